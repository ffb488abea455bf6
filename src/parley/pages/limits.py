"""How much of a hostile page is looked at before it is given up, in bytes, characters, counts or processor seconds."""

MAX_PAGE_BYTES = 20_000_000
MAX_LINE_BYTES = 20_000_000
MAX_NESTING = 600
MAX_TAGS = 150_000
MAX_LINES = 20_000
MAX_TEXT_CHARS = 3_000_000
DETECTION_BYTES = 100_000
MEGABYTE = 1_000_000
MAX_ATTRIBUTE_PAIRS = 200_000_000
MAX_SECONDS = 20
