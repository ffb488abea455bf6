"""What only a record on a server can meet: addresses that lead nowhere, and none of them may show a password."""

import pytest

from parley.model import RecordError
from parley.store import open_record

ADDRESSES = [
    ("nobody listens there", "postgresql://me:hidden@127.0.0.1:9/record", "cannot be used"),
    ("not an address at all", "postgresql://me:hidden@127.0.0.1:port/record", "not an address"),
    ("a driver that is not installed", "postgresql+psycopg2cffi://me:hidden@127.0.0.1:9/record", "is not installed"),
]


@pytest.mark.parametrize(("address", "message"), [row[1:] for row in ADDRESSES], ids=[row[0] for row in ADDRESSES])
@pytest.mark.parametrize("create", [True, False])
def test_an_address_that_leads_nowhere(address: str, message: str, create: bool) -> None:
    with pytest.raises(RecordError, match=message) as raised:
        open_record(address, create)
    assert "hidden" not in str(raised.value)
