"""Headings of private lines: they go where those lines are not shown, so that nobody learns of them."""

import pytest
from conftest import Onelog

HEADINGS = [
    "## Private notes\n- SECRETQ\n",
    "## Confidential: SECRETQ and more\n- SECRETQ\n",
    "## Confidential about SECRETQ\n- he is ill\n",
    "## Pay\n### SECRETQ\nc: he wants more\n",
    "■懸念（SECRETQ には言わない）\n・母\n",
    "非公開\nSECRETQ\n",
    "**Private notes**\n- SECRETQ\n",
    "【懸念】\nSECRETQ\n",
    "Concerns:\n- SECRETQ\n",
    "- Private notes\n  - SECRETQ\n",
    "・懸念\n　・SECRETQ\n",
    "* **Concerns**\n\t* SECRETQ\n\n",
]


@pytest.mark.long
@pytest.mark.parametrize("private", HEADINGS, ids=HEADINGS)
def test_an_emptied_heading_goes_from_everything_that_is_shown(onelog: Onelog, private: str) -> None:
    onelog("log", "ann", "-", input=f"we met\n\n{private}\n## Else\n- lunch\n")
    heading = private.split("\n")[0].lstrip("#■*-・ ").rstrip("*")
    for command in (
        "export",
        "timeline",
        "timeline --json",
        "export --format folder -o out",
        "search met",
        "prep ann --md",
    ):
        said = onelog(command)
        if command.endswith("out"):
            said = "".join(path.read_text(encoding="utf-8") for path in (onelog.folder / "out").rglob("*.md"))
        assert heading not in said
        assert "SECRETQ" not in said
    assert "#### Else\n" in onelog("export")
    assert heading.split(":")[0] in onelog("export --private")
    assert heading.split(":")[0] in onelog.json("timeline --private")[0]["notes"]


def test_a_heading_over_something_else_stays(onelog: Onelog) -> None:
    onelog(
        "log", "ann", "-", input="## Pay\nc: he wants more\na: ask HR\n\n## Concerns\n- x\n\\- none of it\n\n## Empty\n"
    )
    said = onelog("export")
    assert "#### Pay" in said
    assert "Concerns\n- none of it" in said
    assert "#### Empty" in said


def test_what_stood_below_an_emptied_heading_keeps_its_own(onelog: Onelog) -> None:
    onelog("log", "ann", "-", input="## Plan\nlaunch\n\n## Private notes\n- x\n\n## Next\n- [ ] draft\n")
    said = onelog("export")
    assert said[said.index("#### Plan") :].split() == ["####", "Plan", "launch", "####", "Next", "-", "[", "]", "draft"]
