"""What a paper may begin with when it writes its consent text. The law's points (个人信息保护法, article 17): who, what
for, which data, for how long, and how one withdraws. The paper's own lawyer has the last word."""

from desk.models import Paper

TEXT = """{paper}（下称“本报”）通过本页接收来稿。为联系您、核实稿件、署名、寄送样报和支付稿酬，本报需要处理\
您填写的姓名、单位、手机号码、电子邮箱和所在地区，以及稿件、图片中所含的信息（包括照片自带的拍摄时间与地点）。\
不提供姓名、单位和手机号码，本报无法核实和采用来稿。

您的手机号码和电子邮箱加密保存，只有经授权的编辑和财务人员在工作需要时可以查看，每次查看都有记录；不对外公开，\
不用于其他目的。稿件见报时，您的姓名和单位按署名惯例随稿公开。稿件和图片中涉及他人（特别是未成年人）个人信息的，\
请您确认已取得其同意。

手机号码和电子邮箱自收到之日起保存三年，期满清除，法律另有规定的从其规定；来稿和署名信息作为本报的编辑档案保存。您可以随时查询、更正、删除您的信息，或者撤回本同意；\
撤回不影响撤回前已经进行的处理，已见报的作品除外。联系方式：{contact}。
"""


def proposed_text():
    paper = Paper.current()
    return TEXT.format(paper=paper.name, contact=paper.email or paper.duty_desk or "本报编辑部")
