"""A credit: who did what on a story or a photo. Pure: the Byline rows of the database answer to the same names."""

from dataclasses import dataclass

REPORTER = "reporter"
TRAINEE_REPORTER = "trainee_reporter"
INTERN = "intern"
CORRESPONDENT = "correspondent"
SPECIAL_CORRESPONDENT = "special_correspondent"
AUTHOR = "author"
PHOTOGRAPHER = "photographer"
EDITOR = "editor"
AGENCY = "agency"

# The order in which a story's people are printed.
ROLES = (
    REPORTER,
    TRAINEE_REPORTER,
    INTERN,
    SPECIAL_CORRESPONDENT,
    CORRESPONDENT,
    AUTHOR,
    AGENCY,
    PHOTOGRAPHER,
    EDITOR,
)

# Printed in the paper, whatever the language of the desk: an author's or an agency's name stands alone.
ROLE_WORDS = {
    REPORTER: "记者",
    TRAINEE_REPORTER: "见习记者",
    INTERN: "实习生",
    SPECIAL_CORRESPONDENT: "特约通讯员",
    CORRESPONDENT: "通讯员",
    EDITOR: "编辑",
}
REPORTS = "报道"
WORDS = "/文"
PICTURES = "/摄"
WORDS_AND_PICTURES = "摄影报道"
TOOK = "摄"
SUPPLIED = "供图"


@dataclass(frozen=True)
class Credit:
    name: str
    role: str
    standing: str = ""  # as who a photographer stands there: 通讯员马敏 摄 is a photographer standing as correspondent
    unit: str = ""  # 新华社 of 新华社记者
