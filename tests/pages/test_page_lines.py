"""The patterns of known frame lines: what they match, and the prose they must leave alone."""

import pytest

from parley.lexicon.page_lines import line_reason

FRAME = [
    ("promotion", "Follow our rolling coverage. Refresh for the latest."),
    ("promotion", "We will update this story."),
    ("promotion", "Subscribe wherever you get your podcasts. Episode 12: The harbour judge."),
    ("promotion", "From our archive:"),
    ("promotion", "Our Standards: The Harbour Charter of Trust."),
    ("heading", "Press statement"),
    ("heading", "-ENDS-"),
    ("heading", "For further information, please contact: press@harbour.example"),
    ("heading", "Ada Brandt, Harbour Aid Vesk, tel. +971 000 000"),
    ("heading", "Press office, tel. 11 40 | Archive: 2019 2018"),
    ("credit", "Brandt-Lund reported from Vesk. Harbour Wire writer Ole Holm in Norby contributed to this report."),
    ("byline", "From our correspondent in Vesk"),
    ("byline", "Ada Brandt-Lund | Staff writer"),
    ("byline", "The writer teaches history in Vesk. The views expressed are her own."),
    ("byline", 'Ada Brandt-Lund is the author of "The Harbour Road" (2019).'),
    ("byline", "(Reporting by Harbour staff; Editing by J. Holm)"),
    ("promotion", "Advertisement"),
    ("promotion", "Read more..."),
    ("promotion", "READ MORE: Ten soups for winter"),
    ("promotion", "INSIDE STORY: Is the council all talk and no action?"),
    ("promotion", "Inside Story – More talks, but can they end the war?"),
    ("promotion", "Norland Under Siege – People and Power"),
    ("promotion", "Sign up for our daily newsletter"),
    ("promotion", "More from World"),
    ("promotion", "Most Read"),
    ("promotion", "Follow us on Twitter"),
    ("form", "Leave a Reply"),
    ("form", "No comments:"),
    ("form", "12 Comments"),
    ("form", "E-mail *"),
    ("form", "I agree with the Terms of Use"),
    ("cookie", "We use cookies to give you the best experience on our site. Accept"),
    ("copyright", "All rights reserved to Harbour Media Group 2023 ©"),
    ("copyright", "Copyright 2016 Harbour Post"),
    ("share", "Share on Facebook"),
    ("share", "Tweet"),
    ("stamp", "Last Updated : GMT 09:40:38"),
    ("stamp", "GMT 08:10 2018 Tuesday ,23 January"),
    ("stamp", "Posted on 18 December 2025"),
    ("stamp", "3 hours ago"),
    ("credit", "Source :AFP"),
    ("credit", "(With inputs from agencies)"),
    ("byline", "By Ada Brandt"),
    ("caption", "File photo of the bridge"),
    ("caption", "The minister arrives for talks (L)"),
    ("caption", "People inspect damage in the town (Reuters)"),
    ("promotion", "Related: talks in Vesk"),
    ("heading", "Tags: talks, Vesk"),
    ("promotion", "Advertisement – scroll down to keep reading"),
    ("promotion", "Our journalism is free because readers pay for it. If you can, donate to the Post."),
    ("promotion", "Sign up to Harbour Letters, our weekly look at the sea."),
    ("promotion", "This article appeared in print under the headline “No deal”."),
    ("cookie", "The Post belongs to the Harbour group. Do not sell my information."),
    ("cookie", "Cookies: we use them. Details here."),
    ("form", "The Post is owned by the Harbour Trust. Contact us. Jobs."),
    ("caption", "Boats on the lake in an old picture. Photograph: Ada Brandt"),
    ("heading", "Classifieds: two goats, hardly used. Lessons in knitting."),
    ("heading", "Front page | Shipping | Weather | Letters"),
    ("heading", "Harbour Post Co., 12 Mill Road, Vesk."),
    ("promotion", "This article is more than 6 years old"),
    ("promotion", "Monday 3 June 2019. This blog is now closed. You can read what followed here."),
    ("promotion", "This interview has been edited for length and clarity."),
    ("copyright", "(c) Harbour Desk"),
    ("heading", "Opinion"),
]
PROSE = [
    "More in Norland were displaced than in any other country.",
    "By Friday, all of them were dead.",
    "Published figures show that 40 people were killed in May.",
    "The minister resigned on Monday. (AFP)",
    "The court ruled that the copyright belonged to the state.",
    "Comment was not available from the ministry.",
    "Sunday's vote was the first to be held there since the war of 2014 ended.",
    "Share prices fell after the shelling of the port.",
    "London meeting",
    "This article is more than a promise, he said of the fourth clause.",
    "This interview was his first since the talks in Vesk.",
    "The blog was closed by the ministry on Monday after it named two officers.",
    "Opinion is divided in Vesk.",
    "Our reporting of the market fire was wrong about the number of the dead.",
    "Sign-up to the register ends on Friday.",
    "Police raided a flat at 12 Mill Road in Vesk on Monday.",
    "2 | University of Vesk | 11 | 59% | 700",
    "She told the court that her lawyers could not contact us.",
    "The photograph showed two soldiers beside a burning tank.",
    "Closer coordination on aid",
    "Heavy shelling was reported from Vesk.",
    "The press office of the army did not answer calls.",
    "Our standards of proof are high, the prosecutor said.",
    "He listened to podcasts where you get them for nothing.",
    "The talks end",
    "Ada Brandt is the author of the plan.",
    "The views expressed in the letter cost the minister his office.",
    "Ada Brandt, a reporter in Vesk, was arrested on Monday.",
    "He will sign up for the army, his mother said, when he is old enough to do so.",
    "",
]


@pytest.mark.parametrize(("reason", "line"), FRAME)
def test_frame_lines_have_their_reason(reason: str, line: str) -> None:
    assert line_reason(line) == reason


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_left_alone(line: str) -> None:
    assert line_reason(line) is None


def test_long_lines_cost_nothing() -> None:
    assert line_reason("Advertisement " * 100_000) is None
