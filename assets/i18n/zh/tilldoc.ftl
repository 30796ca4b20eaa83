# 程序自身的文字。每个 id 在每种语言里都要有，有测试核对。

app-for = 刷卡机故障排查
language-other = English
list-joint = 、
sentence-joint = {""}
quoted = “{ $text }”

home-title = 刷卡机收不了款？一步一步找原因。
home-resume = 接着上次：
home-start = 出问题了：说说看到了什么
home-check-everything = 说不清：从头到尾查一遍
home-lookup = 查屏幕上的代码或提示，或打开排查码
home-language = English（切换到英文）
home-help = 帮助：按键和标记
home-quit = 退出
home-money = 出错时正在收款吗？没查清上一笔之前，千万不要再收一次。

quit-ask = 要退出吗？有 { $count } 个回答或备注还没有存成文件。
quit-stay = 不退出
quit-save = 先保存记录，再退出
quit-leave = 不保存，直接退出
begin-ask = 要重新开始吗？这次的 { $count } 个回答或备注还没有存成文件。
begin-resume = 接着做这一次
begin-save = 先保存这一次的记录
begin-anew = 丢掉，重新开始
overwrite-ask = { $path } 已经存在。要替换吗？
overwrite-no = 不，换个名字
overwrite-yes = 替换

picker-title = 你看到的是哪一种？
picker-nothing-fits = 都不是：从头到尾查一遍

question-how = 怎么查
question-amount = 金额：
question-amount-is = 就是 { $amount }
question-code = 代码：
question-code-unlisted = { $code }：指南里没有这个代码
code-of = { $code }（{ $schemes }）：{ $meaning }
code-means = { $code }：{ $meaning }
message-means = “{ $say }”：{ $meaning }
question-ticks = 符合的都勾上，再往下走。
question-ticked = 勾了 { $count } 项，往下走
question-before = （上次选的）

lookup-title = 机器上显示什么？
lookup-how = 输入代码（如 { $code }）、屏幕上的字，或者看到的情况。打几个字或拼音首字母就行。别人念给你的排查码也在这里输入。
lookup-how-without-codes = 输入屏幕上的字，或者看到的情况。打几个字或拼音首字母就行。别人念给你的排查码也在这里输入。
lookup-none = 没有找到。少打几个字，或照屏幕上的原话打；也可以按看到的现象往下查。
lookup-pick = 说说看到了什么
lookup-everything = 从头到尾查一遍
lookup-enter = 按 Enter 从这里往下走。
lookup-field = 查找：
lookup-no-code = 指南里没有 { $code }。再看一眼：是 0 还是 O，是 1 还是 I？没看错的话，按看到的现象往下查。
lookup-line = { $name }（{ $kind }）
lookup-leads-to = 接着看：{ $text }
found-code = 代码
found-message = 屏幕提示
found-symptom = 看到的情况
found-unsure-code = { $code }：看不出是什么卡
found-unsure-how = 标志印在卡的正面。顾客已经走了，就选这一项。
found-asks = 先问：{ $ask }
retry-never = 这一笔不要再用这张卡刷。
retry-after-fix = 先查上一笔交易。确认没收到款、原因也解决了，才能再试。
retry-later = 先查上一笔交易。确认没收到款，过一会儿再试。

remedy-do-now = 现在做（约 { $minutes } 分钟）
remedy-never = 千万不要
remedy-call = 谁来处理，找谁
remedy-who = 要由谁处理：{ $who }
remedy-contact = 联系：{ $contact }。{ $place }
remedy-have-ready = 先准备好：
remedy-meanwhile = 这会儿怎么收款
remedy-next-time = 下次怎么避免
remedy-worked = 好了吗？
remedy-reached = 客服接手了吗？
verdict-worked = 好了
verdict-failed = 还是不行
verdict-cant-try = 现在没法试
verdict-reached = 接手了
verdict-not-reached = 联系不上
verdict-not-called = 还没打电话
who-clerk = 店员（你）
who-owner = 店主
who-cardholder = 顾客本人
who-acquirer = 收单机构（给你装机的公司）
who-issuer = 顾客的发卡银行
who-carrier = 网络运营商
who-vendor = 机具供应商

end-solved = 解决了。
end-solved-now = 收下一笔之前，再看一眼上一笔的结果。
end-escalated = 客服已接手。
end-escalated-now = 记下工单号。处理好之前先用别的方式收款。
end-given-up = 先查到这里。现在联系客服。
end-given-up-now = 保存记录，照着念给客服听：试过什么都在里面。
end-unfinished = 还没有结果。回答都留着。
end-unfinished-now = 能试的时候再回来，或者带着记录联系客服。
end-cause = 原因：{ $cause }
end-save = 保存记录，交给客服
end-worked = 试过了，好了
end-failed = 试过了，还是不行，接着查
end-reached = 联系上客服了，他们接手了
end-note = 写点备注
end-review = 看看或修改回答
end-home = 回到首页

review-title = 你的回答。选一个可以修改。
review-none = 还没有回答。
review-notes = 备注
review-changed = （改过）
review-kept = （保留）
review-unsure = （不确定）

note-title = 备注
note-how = 按 Esc 保存并返回。不要写完整卡号、安全码或密码。

export-title = 保存记录，交给客服
export-text = 纯文本，可以看也可以发
export-markdown = Markdown
export-json = JSON，给程序用
export-html = 网页（HTML），可以打印或用浏览器看
export-safe = 卡号会打码，安全码和密码会去掉。
export-where = 存到哪里？
export-file = 文件：
export-save = 保存
export-where-how = 只写文件名，就存在启动 tilldoc 的文件夹里。

help-title = 帮助
help-how = 说说看到了什么，按前面的数字回答，再照着处理办法做。不会向任何地方发送数据。
help-keys = 按键：每个画面都一样
help-marks = 步骤的标记
help-mouse-on = 可以用鼠标点选。想用鼠标选中文字，先关掉它。
help-mouse-off = 鼠标已关，可以照常选中文字。
key-left = 左
key-right = 右
key-up = 上
key-down = 下
key-space = 空格
verb-number = 选择
verb-choose = 确定
verb-back = 返回
verb-up = 光标上移
verb-down = 光标下移
verb-page-up = 上一页
verb-page-down = 下一页
verb-first = 到最上面
verb-last = 到最下面
verb-lookup = 查找
verb-note = 备注
verb-review = 回答
verb-export = 保存
verb-drawing = 图
verb-give-up = 找客服
verb-language = English
verb-mouse = 鼠标开/关
verb-help = 帮助
verb-quit = 退出
verb-suspend = 回到命令行，输入 fg 返回
step-to-do = 还没查
step-here = 正在查
step-fine = 没问题
step-fault-found = 找到故障
step-not-needed = 不用查

far-questions = 大约还有 { $questions } 题
far-minutes = { $minutes } 分钟
far-short = 约 { $questions } 题，{ $minutes } 分钟
customer = 对顾客说：“{ $text }”
more-above = 上面还有：PgUp
more-below = 下面还有：PgDn
too-small = 窗口太小。tilldoc 需要 { $width } 列、{ $height } 行，现在是 { $now_width } 列、{ $now_height } 行。请放大窗口，或者运行 tilldoc plain

notice-no-session = 还没有开始，先选一种情况。
notice-no-drawing = 这里没有图。
notice-mouse-on = 可以用鼠标点选了。
notice-mouse-off = 鼠标已关，可以照常选中文字。
notice-refused = 这里不能这样做，什么都没有改。
notice-saved = 已保存：{ $path }
notice-dropped = 后面有 { $count } 个回答不再适用，已去掉：{ $names }。
notice-kept = 后面有 { $count } 个回答保留：{ $names }。
notice-note-kept = 备注已保留。
notice-note-masked = 备注已保留。卡片信息不能留存：{ $what }。
notice-name-masked = { $saved } 文件名里有卡片信息：{ $what }。
notice-paste-masked = 卡片信息不能留存：{ $what }。
card-data-number = 卡号只留前六后四
card-data-track = 磁条信息不记
card-data-security-code = 安全码和验证码不记
card-data-pin = 密码不记
card-data-expiry = 有效期不记

error-no-terminal = 这里不是终端。请用：tilldoc plain
error-terminal = 窗口或读写出错：{ $why }

save-exists = 已经有同名文件：{ $path }
save-no-file = 这里不能当文件写入。请输入文件名，比如 summary.txt。{ $path }
save-no-folder = 没有这个文件夹，请换一个，或者先建好它：{ $path }
save-upwards = 名字里带“..”，或者经过链接，会存到别的文件夹去。要换文件夹，请输入完整路径：{ $path }
save-device = 这个名字是 Windows 留给设备用的，不能当文件名，请换一个：{ $path }
save-denied = 没有写入权限，请换一个文件夹：{ $path }
save-full = 磁盘已满。请换一个盘，或者腾出空间；这里的内容不会丢。{ $path }
save-other = 写不进去：{ $why }。请换一个地方。{ $path }

# ---- 保存的内容：排查记录、统计 ----

store-no-home = 这台电脑上没有当前账号的个人文件夹，排查记录没法保存。
store-no-home-help = 请用 --data DIR 指定一个文件夹。
store-not-folder = 排查记录要存在文件夹里，这里却不是文件夹：{ $path }
store-not-folder-help = 请移走这个文件，或者用 --data DIR 另指定一个文件夹。
store-open-to-all = 这台电脑上谁都能往这个文件夹里写，排查记录不存在这里：{ $path }
store-open-to-all-help = 请改成只有当前账号能写入（chmod 700），或者用 --data DIR 另指定一个文件夹。
store-not-writable = 排查记录没法存在这里（{ $why }）：{ $path }
store-not-writable-help = 请让当前账号能写入这个文件夹，或者用 --data DIR 另指定一个。
store-read-only = 排查记录没法保存，这个文件只能读：{ $path }
store-read-only-help = 请允许写入这个文件，或者用 --data DIR 另指定一个文件夹。
store-full = 磁盘已满，排查记录没法保存：{ $path }
store-full-help = 请在这个盘上腾出空间，或者用 --data DIR 指定别的盘上的文件夹。
store-locked = 别的程序一直占着排查记录：{ $path }
store-locked-help = 请关掉其他 tilldoc 窗口，以及正在复制或扫描这个文件的程序。
store-slow = 磁盘没有反应，恢复之前记录存不下：{ $path }
store-slow-help = 请稍等。还是不行的话，请把这次排查另存到别的地方。
store-newer = 这个文件是更新版本的 tilldoc 建的，当前版本不认识：{ $path }
store-newer-help = 请用新版 tilldoc，或者用 --data DIR 另指定一个文件夹。这个文件没有动过。
store-foreign = 这个文件不是 tilldoc 的：{ $path }
store-foreign-help = 请用 --data DIR 另指定一个文件夹。这个文件没有动过。
store-damaged = 排查记录的文件损坏了：{ $path }
store-damaged-help = 请关掉其他 tilldoc 窗口再启动：程序会把损坏的文件另外放好，能读的都读回来。
store-gone = 排查记录的文件被移走或删除了：{ $path }
store-gone-help = 请把文件放回原处，或者重新启动 tilldoc。
store-other = 排查记录没法保存：{ $why }。{ $path }
store-other-help = 请重新启动 tilldoc，或者用 --data DIR 另指定一个文件夹。
store-no-home-brief = 没有个人文件夹
store-not-folder-brief = 不是文件夹
store-open-to-all-brief = 谁都能往里写
store-not-writable-brief = 没有写入权限
store-read-only-brief = 文件只能读
store-full-brief = 磁盘已满
store-locked-brief = 被别的程序占用
store-slow-brief = 磁盘没有反应
store-newer-brief = 文件是新版 tilldoc 建的
store-foreign-brief = 不是 tilldoc 的文件
store-damaged-brief = 文件损坏
store-gone-brief = 文件不见了
store-other-brief = 磁盘出错
store-mended = { $count ->
    [0] 排查记录的文件损坏了，一条也读不出来。损坏的文件已另外放好：{ $path }
   *[other] 排查记录的文件损坏了，已另外放好，读回了 { $count } 条记录：{ $path }
}
store-view = 这里的排查记录只能看，不能改：{ $why }

lost-title = 这次排查之后指南改过，下面这些已经对不上：
lost-answer = “{ $question }”：{ $answer }
lost-worked = “{ $remedy }”：有效
lost-failed = “{ $remedy }”：无效
lost-cant-try = “{ $remedy }”：当时没法试
lost-tick = “{ $remedy }”：做过“{ $action }”
lost-ticks = “{ $remedy }”：做过其中一项
lost-looked-up = 查过：{ $entry }

history-number = 编号
history-began = 开始时间
history-outcome = 结果
history-step = 步骤
history-entry = 起点
history-remedy = 最后的处理办法
history-terminal = POS 机
outcome-solved = 已解决
outcome-escalated = 已转客服
outcome-given-up = 已放弃
outcome-unfinished = 未完成
history-none = 没有符合条件的排查记录。
history-more = 后面还有：加上 --before { $id } 再看
history-no-session = 没有编号 { $id } 的记录。用 tilldoc history 可以列出来。
history-other-guide = 编号 { $id } 的记录用的是另一份指南（{ $guide }），请用 --guide DIR 指定它的文件夹。
history-no-way-in = 指南改过，编号 { $id } 的记录当初开始的地方已经没有了，没法再显示。
history-support = 客服怎么说
history-noted = 已记下。
history-noted-masked = 已记下。卡片信息不能留存：{ $what }。
history-note-blank = 没有要记的内容。
history-forgotten = { $count ->
    [0] 什么都没有删：没有这么早的记录。
   *[other] 已删除 { $count } 条记录，磁盘上不再留有内容。
}
history-forgotten-later = 已删除 { $count } 条记录。另一个 tilldoc 窗口关掉以后，磁盘上才不再留有内容。
history-aside = 另外放好的损坏文件里可能还有已删的记录，不再需要时请自己删掉：{ $path }

stats-all = 全部排查
stats-symptoms = 出了什么问题
stats-remedies = 试过哪些办法
stats-questions = 哪些问题答不上来
stats-months = 按月份
stats-terminals = 按 POS 机
stats-month = 月份
stats-question = 问题
stats-remedy = 处理办法
stats-sessions = 次数
stats-median = 分钟
stats-shown = 走到
stats-worked = 有效
stats-failed = 无效
stats-cant-try = 没法试
stats-answered = 回答
stats-unsure = 不确定
stats-no-terminal = （没有说明）
stats-minutes-how = 分钟：从开始到解决（或者到回答办法是否有效）所用时间的中位数。
stats-more = 还有 { $count } 行，用 --csv 可以全部列出

# 复制和二维码
verb-copy = 复制
verb-qr = 二维码
export-copy = 复制到剪贴板
export-qr = 显示二维码
notice-copied = 已复制，到聊天窗口里粘贴。
notice-copied-unsure = 已交给终端复制。粘贴不出来时，请按 e 存成文件。
notice-not-copied = 这个终端不能复制，请按 e 存成文件。
qr-whole = 用手机扫一扫，就是整份小结。
qr-part = 用手机扫一扫。小结太长，这里只有最要紧的。
qr-none = 窗口太小，画不下二维码。

# 历史和统计的画面
home-history = 以前的排查：查找、接着做、看客服怎么说
home-stats = 统计：什么常出问题，什么办法有效
verb-filter = 筛选
verb-show-all = 全部显示
verb-support = 客服怎么说
history-all = 全部
history-none-all = 按 { $key } 显示全部。
history-looking = 正在查找…
history-still-looking = 还在查找，列表出来再选。
history-not-written = 没记下来：{ $why }。再按一次 Esc 离开，文字先留着，退出程序才会丢。
history-unwritten = 没记下来。文字还在，再打开这一页就看得到。
history-writing = 正在记下，请稍等。
filters-title = 筛选
filters-none = 没有筛选，全部显示
filters-line = 筛选：{ $what }
filters-and = ；
filters-days = 时间
filters-today = 今天
filters-week = 最近 7 天
filters-month = 最近 30 天
filters-now = （当前）
filters-clear = 取消筛选，显示全部
filters-no-terminal = 还没有哪次排查说明过是哪台 POS 机。
stats-more-screen = 还有 { $count } 项，运行 tilldoc stats --csv 可以全部列出
stats-counting = 正在统计，记录多的时候要一会儿。不想等就按 Esc 返回。
history-show-more = 再往前的
history-go-on = 接着做这一次
history-reopened = 用的是当时的回答。刚才又有一笔没收成？先回首页查清，千万不要再收一次。
history-failed-later = 后来又不行了，接着查
history-support-failed = 客服没解决，接着查
history-add-support = 记下客服怎么说
history-gone = 这条记录已经不在了。
stats-none = 还没有排查记录。
stats-took = { $minutes } 分钟

# 记录存得下、存不下
not-kept = 记录存不下：{ $why }
not-kept-export = 记录存不下：{ $why }；请按 { $key } 导出
mark-kept = 已记录
mark-soon = 记录中
mark-no = 未记录
notice-note-added = 备注已加上。
notice-note-added-masked = 备注已加上。卡片信息不能留存：{ $what }。
keeping-still = 还在记录最后几步：磁盘很慢，请稍等。
keeping-failed = 最后几步没有记录下来。{ $why }
notice-kept-again = 又能记录了，前面的一条不少。
notice-nothing-open = 没有没查完的排查。
home-resume-when = { $when }，{ $step }

plain-not-kept = [没能存到磁盘（{ $why }）。输入 e summary.txt 可以存成文件。]
plain-not-yet = 存得很慢
plain-session-kept = 刚才的排查还在（{ $count } 个回答），输入 b 回去；选新的一项就另开一次，原来的留在记录里。
plain-kept-again = [又能存到磁盘了，前面的一条不少。]
plain-bye-kept = 这次排查已保存，编号 { $id }。查看：tilldoc history show { $id }


# ---- `tilldoc guide check` 报告的问题：错在哪里，怎么改 ----

finding-error = 错误
finding-warning = 警告
finding-help = 改法
finding-first-here = 先出现的
finding-did-you-mean = 是不是“{ $name }”？
finding-errors = { $count } 个错误
finding-warnings = { $count } 个警告
finding-files = { $count } 个文件
finding-summary = { $files }中有 { $findings }
finding-summary-none = { $files }，没有要改的
finding-more = 还有 { $count } 处没有列出：先改上面这些

finding-syntax-unquoted = 这段文字没有用英文双引号括起来
finding-syntax-unquoted-help = 用英文双引号括起来："…"
finding-syntax-capitals = 这既不是 true 也不是 false
finding-syntax-capitals-help = 写 true 或 false，全部小写，不加引号
finding-syntax-unclosed-text = 这段文字没有结束
finding-syntax-unclosed-text-help = 在同一行的末尾补上英文双引号 "
finding-syntax-bad-escape = 这个反斜杠后面的字符没有含义
finding-syntax-bad-escape-help = 反斜杠本身写成 \\，或者用英文单引号括起这段文字
finding-syntax-no-equals = 这个键后面没有 =
finding-syntax-no-equals-help = 在一行里写“键 = 值”；键里不能有空格
finding-syntax-no-value = 这里缺少值
finding-syntax-no-value-help = 在 = 后面写上值，或者删去这一行
finding-syntax-bad-number = 这不是数字
finding-syntax-bad-number-help = 数字写成 1 或 0.5；文字用英文双引号括起来
finding-syntax-duplicate-key = 同一个表里这个键写了两次
finding-syntax-duplicate-key-help = 只留一个，或者用标题另起一个表
finding-syntax-bad-key = 键里有不能用的字符
finding-syntax-bad-key-help = 键只用 a-z、0-9、_ 和 -
finding-syntax-unclosed-list = 这个列表没有结束
finding-syntax-unclosed-list-help = 在最后一项后面补上 ]
finding-syntax-unclosed-table = 这个花括号里的表没有结束
finding-syntax-unclosed-table-help = 在最后一个键后面补上 {"}"}
finding-syntax-unclosed-heading = 这个标题没有结束
finding-syntax-unclosed-heading-help = 标题单独一行，写成 [[question]]
finding-syntax-missing-comma = 这里少了一个逗号
finding-syntax-missing-comma-help = 两项之间用英文逗号隔开
finding-syntax-wide-comma = 这里用的是中文逗号
finding-syntax-wide-comma-help = 两项之间要用英文逗号 ,
finding-syntax-quote-in-text = 前面的英文引号让这段文字提前结束了
finding-syntax-quote-in-text-help = 文字里面用中文引号“”，一定要英文引号就写成 \"
finding-syntax-extra-comma = 这里多了一个逗号
finding-syntax-extra-comma-help = 删去它
finding-syntax-other = 不是正确的 TOML：{ $message }
finding-syntax-other-help = 对照 docs/guide-format.md 里的例子

finding-no-guide-file = 没有文件说明这是什么指南
finding-no-guide-file-help = 加一个 guide.toml，写上 format、id、version、languages、title 和各个步骤
finding-unsupported-format = 这个版本读不了格式 { $found } 的指南
finding-unsupported-format-help = 写 format = 1，或者使用新版的 tilldoc
finding-unknown-key = 这里没有“{ $key }”这个键
finding-unknown-key-help = 删去它；指南的键见 docs/guide-format.md，店铺自己的文件见 docs/profile.md
finding-head-key-elsewhere = “{ $key }”应当写在 guide.toml 里
finding-head-key-elsewhere-help = 移到那里，或者删去
finding-wrong-type = “{ $key }”要的是{ $wanted ->
    [string] 带引号的文字
    [number] 数字
    [boolean] true 或 false
    [list] 列表
    [table] 表
    [text] 各种语言的文字
   *[tables] 由表组成的列表
}，这里写的是{ $found ->
    [string] 带引号的文字
    [number] 数字
    [boolean] true 或 false
    [date] 日期
    [list] 列表
   *[table] 表
}
finding-wrong-type-help = { $wanted ->
    [string] 用引号括起来："…"
    [number] 直接写数字，不要引号：1.5
    [boolean] 写 true 或 false，不要引号
    [list] 写在方括号里：["…", "…"]
    [table] 写在花括号里：{"{"} … {"}"}
    [text] 每种语言都写在花括号里：{"{"} zh = "…" {"}"}
   *[tables] 每一项写在花括号里，整体放进方括号；或者每一项各用一个 [[标题]]
}
finding-missing-key = { $table ->
    [answer] 这个答案缺少 { $keys }
    [action] 这个操作缺少 { $keys }
    [legend] 这个标记缺少 { $keys }
   *[other] { $table } 缺少 { $keys }
}
finding-missing-key-help = 加上 { $lines }
finding-unknown-word = “{ $key }”不能是“{ $word }”
finding-unknown-word-help = 只能写其中之一：{ $known }
finding-bad-number = “{ $key }”要的是{ $wanted ->
    [minutes] 分钟数，不小于 0
    [weight] 大于 0 的数
    [days] 整数天数
    [count] 整数，不小于 1
    [mark] 0 到 100 的分数
    [repeats] 整数，不小于 0
   *[amount] 金额，最多两位小数
}
finding-bad-number-help = { $wanted ->
    [minutes] 写分钟数，例如 1 或 0.5
    [weight] 写带引号的 common、sometimes 或 rare，或者写权重，例如 5
    [days] 写天数，例如 365
    [count] 写整数，例如 12
    [mark] 写分数，例如 80
    [repeats] 写次数，例如 2；不限次数就删去这一项
   *[amount] 写金额，例如 1000 或 99.50
}
finding-bad-id = “{ $id }”不能用作名字
finding-bad-id-help = 名字只用 a-z、0-9、-、_ 和英文句点，以字母或数字开头
finding-bad-code = “{ $code }”不是终端显示代码的写法
finding-bad-code-help = 写两个字符，用大写字母和数字
finding-bad-code-normal-help = 写成“{ $normal }”
finding-card-data = 这里写有卡号、密码一类的卡片信息
finding-card-data-help = 删去它，或改成星号；向导里只显示打码后的样子
finding-no-languages = 指南没有语言
finding-no-languages-help = 至少写一种，例如 languages = ["zh"]
finding-unknown-language = 指南没有“{ $tag }”这种语言
finding-unknown-language-help = 用 { $languages }，或者在 guide.toml 的 languages 里加上它
finding-missing-language = 这段文字缺少 { $missing }
finding-missing-language-help = 补上 { $missing }
finding-empty-text = 这段文字是空的
finding-empty-text-help = 写上内容，或者删去这个键
finding-control-character = 这段文字里有控制字符 { $character }
finding-control-character-help = 删去它；一段文字里不要换行和制表符
finding-invisible-character = 这段文字里有看不见的字符 { $character }
finding-invisible-character-help = 删去它；这种字符常随复制的文字带进来
finding-misplaced-key = “{ $key }”只用于 { $kind } 类问题
finding-misplaced-key-help = 删去它，或者在问题里写 kind = "{ $kind }"
finding-two-roles = 一个答案不能既是“{ $first }”又是“{ $second }”
finding-two-roles-help = 只留一个，或者分成两个答案

finding-unknown-name = { $what ->
    [node] 没有 id 是“{ $name }”的问题或处理办法
    [step] 没有 id 是“{ $name }”的步骤
    [group] 没有 id 是“{ $name }”的分组
    [contact] 没有 id 是“{ $name }”的联系对象
    [scheme] 没有 id 是“{ $name }”的卡组织
    [fact] 没有 id 是“{ $name }”的依据
    [scenario] 没有 id 是“{ $name }”的场景
   *[drawing] 没有 id 是“{ $name }”的图
}
finding-unknown-name-help = { $what ->
    [node] 改正名字，或者加一个用这个名字的 [[question]] 或 [[remedy]]
    [step] 改正名字，或者加一个用这个名字的 [[step]]
    [group] 改正名字，或者加一个用这个名字的 [[group]]
    [contact] 改正名字，或者加一个用这个名字的 [[contact]]
    [scheme] 改正名字，或者加一个用这个名字的 [[scheme]]
    [fact] 改正名字，或者加一个用这个名字的 [[fact]]
    [scenario] 改正名字；tilldoc train list 列出全部场景
   *[drawing] 改正名字，或者加一个用这个名字的 [[drawing]]
}
finding-duplicate-id = { $what ->
    [node] 已有 id 是“{ $id }”的问题或处理办法
    [step] 已有 id 是“{ $id }”的步骤
    [group] 已有 id 是“{ $id }”的分组
    [symptom] 已有 id 是“{ $id }”的现象
    [contact] 已有 id 是“{ $id }”的联系对象
    [drawing] 已有 id 是“{ $id }”的图
    [code] 代码 { $id } 列了两次
    [answer] 这个问题已有 id 是“{ $id }”的答案
    [action] 这个处理办法已有 id 是“{ $id }”的操作
    [scheme] 已有 id 是“{ $id }”的卡组织
    [message] 已有 id 是“{ $id }”的提示
    [fact] 已有 id 是“{ $id }”的依据
    [not-used] 依据“{ $id }”被写了两次不采用
    [terminal] 已有终端号是 { $id } 的终端
    [case] 已有 id 是“{ $id }”的路径用例
    [scenario] 已有 id 是“{ $id }”的场景
    [sight] 这个场景已有问题 { $id } 的事实
   *[language] 语言“{ $id }”列了两次
}
finding-duplicate-id-help = { $what ->
    [code] 只留一个，或者给其中一个换一种 scheme
    [language] 删去它
    [terminal] 只留一个，或者改正终端号
    [sight] 只留一个
   *[other] 给其中一个换个 id
}
finding-unreachable = 没有路通到“{ $id }”
finding-unreachable-help = 让某个答案、代码或处理办法通到它，或者删去它
finding-cycle = 这里绕了一圈又回来：{ $circle }
finding-cycle-help = 让其中一处通往新的地方，最后到达作为最终办法的处理办法
finding-cycle-long = { $beginning } -> …（共 { $length } 处）… -> { $end }
finding-no-answers = 问题“{ $id }”没有答案
finding-no-answers-help = 加上 answers = [ … ]，其中一个给不确定的人
finding-no-unsure = 问题“{ $id }”没有给不确定的人准备答案
finding-no-unsure-help = 加一个 unsure = true 的答案，或者用 no_unsure = "…" 说明为什么不需要
finding-too-many-answers = 一个问题最多 9 个答案，每个答案一个数字键，这里有 { $count } 个
finding-too-many-answers-help = 合并一些，或者分成两个问题来问
finding-limits-not-ascending = 这个限额不比前面的大，永远轮不到它
finding-limits-not-ascending-help = 限额从小到大排，没有 up_to 的答案放在最后
finding-amount-rest = 金额问题要有正好一个答案给更大的金额，这里有 { $count } 个
finding-amount-rest-help = 只让一个答案不写 up_to
finding-ticks-none = 多选问题要有正好一个答案表示什么也没勾，这里有 { $count } 个
finding-ticks-none-help = 在一个答案里写 none = true
finding-code-other = 代码问题要有正好一个答案给没有列出的代码，这里有 { $count } 个
finding-code-other-help = 在一个答案里写 other = true
finding-code-plain-answer = 没有人能选这个答案：代码问题靠输入代码来回答
finding-code-plain-answer-help = 在里面写 other = true 或 unsure = true，或者删去它
finding-no-codes = 这个问题要输入代码，指南却没有列出代码
finding-no-codes-help = 加上代码，每个写成一个 [[code]]
finding-no-actions = 处理办法“{ $id }”什么也没做
finding-no-actions-help = 加上 actions = [ … ]，最快的放在前面
finding-too-many-actions = 一个处理办法最多 6 个操作，每个操作一个数字键，这里有 { $count } 个
finding-too-many-actions-help = 合并一些，或者另写一个处理办法，用 if_failed 通到它
finding-no-way-on = 处理办法“{ $id }”不管用时无路可走
finding-no-way-on-help = 加上 if_failed = "…"；如果是最终办法，写 escalation = true
finding-two-ways-on = 处理办法“{ $id }”是最终办法，却还通往别处
finding-two-ways-on-help = 删去 if_failed 或 escalation
finding-no-steps = 指南没有步骤
finding-no-steps-help = 加上检查的各个部分，每个写成一个 [[step]]
finding-no-symptoms = 指南没有现象，无从开始
finding-no-symptoms-help = 加上人们最先看到的情况，每个写成一个 [[symptom]]
finding-symptom-without-remedy = 从现象“{ $id }”出发永远到不了处理办法
finding-symptom-without-remedy-help = 让它的问题通到处理办法
finding-step-without-gate = “全部检查”没法问到步骤“{ $id }”
finding-step-without-gate-help = 加上 gate = "…"，即询问这一步是否正常的问题
finding-gate-not-question = “{ $id }”是处理办法，这里要的是问题
finding-gate-not-question-help = 写询问是否正常的那个问题
finding-gate-off-path = “全部检查”走不到“{ $id }”这一关
finding-gate-off-path-help = 让前一关或它后面的问题通到它
finding-drawing-not-ascii = 图的简单画法里有“{ $character }”，它不是 ASCII 字符
finding-drawing-not-ascii-help = 用 + - | / \ 和字母这样的字符来画
finding-no-code-unsure = 代码 { $code } 在不同的卡上意思不同，看不出是什么卡的人无路可走
finding-no-code-unsure-help = 在 guide.toml 里加上 code_unsure = "…"，写一个不管代码是什么意思都稳妥的问题或处理办法
finding-fact-not-used = 没有内容以“{ $id }”为依据
finding-fact-not-used-help = 把它写进有关内容的 sources；不采用就加一个 [[not_used]] 说明理由
finding-fact-used-after-all = 依据“{ $id }”写明不采用，却有内容以它为依据
finding-fact-used-after-all-help = 删去这个 [[not_used]]
finding-fact-without-entry = { $kind ->
    [code] 没有 [[code]] 以“{ $id }”为依据
   *[message] 没有 [[message]] 以“{ $id }”为依据
}
finding-fact-without-entry-help = { $kind ->
    [code] 把它写进一个 [[code]] 的 sources
   *[message] 把它写进一个 [[message]] 的 sources
}
finding-case-way-in = 路径用例和场景要有正好一个起点，这里有 { $count } 个
finding-case-way-in-help = 写 symptom = "…"、code = "…"、message = "…" 或 everything = true 中的一个
finding-case-no-way-in = 路径用例“{ $case }”无从开始：指南没有这个现象、提示或代码
finding-case-no-way-in-help = 改正名字；有几种意思的代码要写明卡组织，如 "51 visa"
finding-case-no-answer = 路径用例“{ $case }”在“{ $node }”处回答“{ $answer }”，那里没有这个答案
finding-case-choose-help = 那里的答案有：{ $known }，写其中一个
finding-case-no-answer-help = 写那个问题的答案的 id；问金额就写金额，问代码就写代码（有几种意思的写明卡组织）；在处理办法处写 worked 或 failed
finding-case-ends-at = 路径用例“{ $case }”停在问题“{ $node }”
finding-case-ends-at-help = 补上从那里往下的回答
finding-case-elsewhere = 路径用例“{ $case }”到的是“{ $node }”
finding-case-elsewhere-help = 改正路径；如果现在到的才对，就改写这里的处理办法

# ---- 装不进来的指南文件夹 ----

load-not-found = 没有 { $path } 这个文件夹
load-not-found-help = 检查拼写。指南的文件夹里有 guide.toml。
load-not-folder = { $path } 不是文件夹
load-not-folder-help = 写 guide.toml 所在的文件夹。
load-unreadable = 读不了 { $path }：{ $reason }
load-unreadable-help = 检查文件还在不在、有没有权限读。
load-not-utf8 = { $path }：第 { $line } 行不是 UTF-8
load-not-utf8-help = 用 UTF-8 编码保存文件。
load-no-guide-file = { $path } 里没有 guide.toml
load-no-guide-file-help = 写 guide.toml 所在的文件夹。
load-too-big = { $path } 超过 { $most } MiB
load-too-big-help = 分成几个文件：文件夹里的 *.toml 都属于指南。
load-too-big-in-all = { $path } 里的文件加起来超过 { $most } MiB
load-too-many = { $path } 里的 TOML 文件超过 { $most } 个
load-too-many-help = 把指南放进单独的文件夹。


# 一次排查的小结。
summary-title = { $guide }：给客服的排查小结
summary-field = { $label }：{ $value }
summary-began = 开始
summary-ended = 结束
summary-until = 截至
summary-guide = 指南
summary-program = 程序
summary-code = 排查码
summary-code-aloud = 念法
summary-entry = 起点
summary-entry-everything = 按顺序全部检查
summary-entry-code = 代码 { $code }
summary-outcome = 结果
summary-outcome-solved = 已解决
summary-outcome-escalated = 已转交客服
summary-outcome-given-up = 已放弃
summary-outcome-unfinished = 未完成
summary-must-act = 由谁处理
summary-who-clerk = 收银员
summary-who-owner = 店主
summary-who-cardholder = 持卡顾客
summary-who-acquirer = 收单机构（给店里办 POS 机的公司）
summary-who-issuer = 发卡银行（顾客的银行）
summary-who-carrier = 网络运营商
summary-who-vendor = POS 机厂商或供应商
summary-answers = 回答
summary-unsure = 不确定
summary-changed = 改过，原来是：{ $before }
summary-kept = 前面的回答改动后保留
summary-remedies = 处理办法
summary-result = 效果
summary-open = 还没回答
summary-verdict-worked = 有效
summary-verdict-failed = 无效
summary-verdict-cant-try = 现在没法试
summary-handover-worked = 客服已接手
summary-handover-failed = 客服没能解决
summary-handover-cant-try = 现在联系不上客服
summary-call = 联系
summary-number = 电话在哪里找
summary-have-ready = 准备好
summary-left = 改动回答后不再走到这里
summary-looked-up = 查过的代码和提示
summary-notes = 备注
summary-dropped = 前面的回答改动后作废的回答

# plain

plain-title = tilldoc：{ $guide }
plain-word-code = 代码
plain-session-waits = 刚才的排查还在（{ $count } 个回答），输入 b 回去；选新的一项就会丢掉它。
plain-type-symptom =
    请输入 1 到 { $last } 的数字。屏幕或小票上有代码、提示，就打斜杠再打它：{ $examples }
    h 再列一遍，l { $language }，? 帮助，q 退出。
plain-type-number = 请输入 1 到 { $last } 的数字。
plain-type-ticks = 请输入所有符合的数字，比如 1 或 1,2。
plain-type-amount = 请用数字输入金额，比如 100 或 99.50，也可以输入上面的字母。
plain-type-code = 请输入代码的两个字符，比如 51 或 A0，也可以输入上面的字母。
plain-type-remedy = 请输入 1 到 { $last } 的数字。做完一项输入 t 1 这样打勾。b 返回，h 从头再看，g 找客服，? 帮助。
plain-type-overwrite = 输入 y 替换，输入 n 不替换。
plain-hint = { $what }{ $keys }
plain-keys = b 返回，? 帮助。
plain-keys-how = h 怎么查，b 返回，? 帮助。
plain-answered = 你的回答：{ $text }
plain-before = 上次的回答：{ $text }
plain-far = 大约还有 { $questions } 题，{ $minutes } 分钟。
plain-change = 重新回答第 { $number } 题。输入 b 就不改。
plain-unchanged = 什么都没有改。
plain-found = { $number }. { $name }（{ $kind }）
plain-scheme = 代码 { $code } 有好几家卡组织在用，是哪一家？
plain-unknown = 这里不能这样回答。输入 ? 看所有命令。
plain-no-code = 代码是两个字符，比如 51 或 A0。输入 ? 看所有命令。
plain-no-amount = 这不是金额：请只输入数字，比如 100 或 99.50。输入 ? 看所有命令。
plain-alone = “{ $text }”不能和别的一起选，请单独输入它的数字。
plain-no-how = 这一题没有更多说明。
plain-at-start = 前面没有了。
plain-need-answer = 请输入 c 和回答的序号，比如 c 1。输入 r 看所有回答。
plain-need-note = 请输入 n 和备注，比如：n 指示灯是红的
plain-need-file = 请输入 e 和文件名，文件名的结尾是 { $endings } 之一，比如：e summary.txt
plain-need-action = 请输入 t 和 1 到 { $last } 的序号，比如 t 1。
plain-not-replaced = 文件没有动，这次没有保存。
plain-customer = 对顾客说
plain-review = 你的回答。要修改就输入 c 和序号，比如 c 1。
plain-next =
    接下来？
    e summary.txt：保存记录，交给客服
    b：返回上一步
    r：看看或修改回答
    s：还有别的问题，重新开始
    q：退出
plain-example = 超时
plain-help =
    按提示输入，再按回车。下面这些随时可用：
    b：返回上一步
    h：怎么查；在别的地方是从头再看一遍
    u：不确定
    / 加代码或文字：查找，比如 { $examples }
    r：看所有回答和序号
    c 1：修改第 1 个回答
    n 加文字：写备注。不要写完整卡号、安全码或密码
    e summary.txt：保存记录，交给客服（{ $endings }）
    t 1：给处理办法的第 1 项打勾，再输入一次去掉
    g：不查了，找客服
    s：重新开始
    l：English
    ?：显示这些说明
    q：退出
plain-input-ended = 输入结束了。
plain-bye-nothing = 没有回答过，不用保存。
plain-bye-saved = 记录在 { $path }。
plain-bye-partly = 记录在 { $path }，保存之后的内容不在里面。
plain-bye-lost = 这次排查（{ $count } 个回答）没有存成文件，不会保留。
notice-note-cut = 一条备注最多 { $most } 个字，后面的没有保留。请再写一条。
error-language = 没有 { $tag } 这种语言。可用的有：{ $all }

# ---- 店铺：资料、终端、公告、以前的情况 ----

home-setup = 店铺资料：商户号、终端、常用电话

setup-title = 店铺资料
setup-how = 填一次，出问题时不用再到处找号码。按 F5 保存。
setup-shop = 店名
setup-merchant-number = 商户号
setup-terminal = 终端
setup-terminal-heading = 第 { $number } 台终端
setup-number = 终端号
setup-model = 型号
setup-connection = 上网方式
setup-place = 放在哪里
setup-phones = 常用电话
setup-more = 客服还会问什么
setup-label = 问什么
setup-value = 怎么答
setup-add-terminal = 加一台终端
setup-remove-terminal = 删去这台终端
setup-add-more = 加一项客服会问的内容
setup-remove-more = 删去这一项
setup-save = 保存
setup-hint-merchant-number = 15 位，小票上的“商户编号”
setup-hint-number = 8 位，小票上的“终端编号”
setup-hint-connection = 按左右键更换
setup-hint-place = 比如：2 号收银台
setup-hint-label = 比如：合同编号
setup-connection-none = 没填
setup-leave-ask = 店铺资料改过了，还没有保存。
setup-leave-save = 保存
setup-leave-drop = 不保存，直接离开
setup-leave-stay = 接着填
setup-file = 文件：{ $path }
setup-empty = 还没有填。请运行：tilldoc setup
notice-setup-wrong = 还没有保存。{ $field }：{ $flaw }。
notice-set-aside = 原来的文件有错，另外留了一份：{ $path }
error-no-terminal-setup = 这里不是终端，没法填表。请直接编辑 { $path }，或者看看现有内容：tilldoc setup --show
save-no-config-folder = 这个系统没有放配置的文件夹。请指定一个：--config DIR
own-file-wrong = { $path } 第 { $line } 行：{ $why }。{ $count ->
    [1] 这一处没有采用
   *[other] 共有 { $count } 处没有采用
}；用 tilldoc setup --show 查看。
own-file-unread = { $why }。先不用它，照常排查。

connection-sim = 流量卡
connection-wifi = Wi-Fi
connection-cable = 网线
connection-base = 底座
connection-phone-line = 电话线
connection-pc = 收银电脑
connection-bluetooth = 蓝牙
contact-acquirer = 收单机构
contact-vendor = 机具供应商
contact-carrier = 流量卡运营商
contact-isp = 宽带运营商
contact-issuer = 发卡银行
contact-owner = 店主
contact-phone = { $contact }，电话 { $number }

terminals-title = 是哪一台终端？
terminals-other = 不在上面，或者说不清

remedy-contact-number = 联系：{ $contact }
remedy-again = 这台终端 30 天内第 { $count } 次查到这个原因（{ $dates }）。照着处理只管一时，该报修或换机了：{ $contact }。
from-profile-one = “{ $ask }”：{ $said }
notice-from-profile = 按店铺资料答：{ $answers }（r 可以改）
review-from-profile = （店铺资料）

notice-shown = 公告：{ $text }
notice-unknown-name = config.toml：有条公告写了“{ $name }”，指南里没有这个名字，只会显示在首页。

summary-shop = 店名
summary-merchant-number = 商户号
summary-terminal = 终端
summary-phone = { $contact }电话
summary-from-profile = 来自店铺资料
summary-recurred = 30 天内第 { $count } 次走到这个处理办法：{ $dates }

flaw-digit-count = 要 { $wanted } 位，现在 { $found } 位
flaw-digit-count-help = 对照小票：应当是 { $wanted } 位数字
flaw-not-digit = “{ $character }”不是数字
flaw-not-digit-help = 只写数字；中间有空格或短横没关系
flaw-not-phone = 电话号码里不会有“{ $character }”
flaw-phone-length = { $found } 位不像电话号码
flaw-phone-help = 照拨号的样子写，比如 400-820-5555
flaw-card-data = 像是卡号或密码，不能留在这里
flaw-card-data-help = 从文件里删掉：卡号和密码一律不保存
flaw-too-long = 最多 { $most } 个字
flaw-too-long-help = 缩短到 { $most } 个字以内
flaw-too-short = 至少 { $fewest } 位
flaw-too-short-help = 加长到 { $fewest } 位或更多
flaw-too-wide = 太长：最多 { $most } 个字母或 { $half } 个汉字
flaw-too-wide-help = 写短一点
flaw-not-iri = 不是网址，也不是别的 IRI
flaw-not-iri-help = 写学习系统的完整网址，带 https://，不带 #
flaw-twice = 和前面重复了
flaw-twice-help = 只留一个
flaw-missing = 这里要填
flaw-missing-help = 写上内容，或者整项删去

finding-bad-value = “{ $key }”：{ $flaw }
finding-bad-time = “{ $key }”要的是日期，可以带时间
finding-bad-time-help = 写成 2026-11-23T16:00:00；要指明时区，就在后面加上 +08:00
finding-notice-reversed = 这条公告还没开始就结束了
finding-notice-reversed-help = until 要晚于 from
finding-profile-answer-alone = 这个答案写了对应哪种资料，可问题没有写查哪项资料
finding-profile-answer-alone-help = 在问题里写 profile = "connection"，或者把答案里的 profile 删去
finding-profile-without-answer = 这个问题要查店铺资料，却没有一个答案写明对应哪种资料
finding-profile-without-answer-help = 在答案里写上对应哪种，例如 profile = ["wifi"]
finding-profile-twice = “{ $name }”写在了同一个问题的两个答案里
finding-profile-twice-help = 只留在一个答案里

# 排查码。
session-code-letters = A B C D E F G H J K M N P Q R S T V W X Y Z
session-code-not-one = 这不是排查码。排查码是四个一组的字母和数字，像 K7QM-2XFA-9D3T。
session-code-no-such-character = 排查码里没有“{ $character }”。请对方一组一组再念一遍。
session-code-wrong = 有一位听错、漏了或者位置不对。请对方一组一组再念一遍。
session-code-wrong-in-group = 有一位不对，多半在第 { $group } 组。请对方把这一组再念一遍。
session-code-other-guide = 这个排查码属于另一份指南，或同一指南的另一个版本：它以 { $theirs } 开头，而 { $guide } { $version } 的排查码以 { $ours } 开头。请到有那份指南的电脑上打开，或让对方把排查记录发来。
session-code-no-session = 按这份指南，没有哪次排查对得上这个排查码。请对方一组一组再念一遍。

# 别处来的排查：文件或排查码。
import-no-file = 没有这个文件：{ $path }
import-unreadable = 读不了 { $path }：{ $why }
import-not-text = { $path } 不是文本文件。请用以 .json 结尾的那个文件。
import-too-large = 文件太大，不像是排查记录。请用保存时选 JSON、以 .json 结尾的那个文件。
import-not-json = 文件不是 JSON（第 { $line } 行）。请用以 .json 结尾的那个文件，不要改动。
import-not-ours = 文件是 JSON，但不是 tilldoc 的排查记录。请用 tilldoc 保存的那个文件。
import-newer = 这个文件是更新的 tilldoc 写的（格式 { $found }，这里最高能读 { $known }）。请先更新这里的 tilldoc，或让对方发文本格式的记录。
import-other-guide = 这份记录用的是指南 { $theirs }，现在用的是 { $ours }。请用 --guide 文件夹 换成那份指南再打开。
import-too-many = 文件里有 { $count } 个事件，一次排查不会超过 { $most } 个。请用 tilldoc 保存的原文件，不要改动。
import-misfit = 文件被改过或损坏了：第 { $number } 个事件不可能发生在那里。请用 tilldoc 保存的原文件，不要改动。
import-misfit-version = 第 { $number } 个事件和这份指南对不上：记录用的是版本 { $theirs }，这里是 { $ours }。请换成那个版本再打开，或让对方发文本格式的记录。
import-version = 记录用的是指南版本 { $theirs }，这里是 { $ours }。记下的内容在这里都还成立。
open-times = 排查码里没有时间和备注：下面的时间是现在。
output-ending = 请输入以 { $endings } 之一结尾的文件名，或用 --format 说明格式。

## 顺序好不好

finding-after-circle = 这些问题互相要求排在后面：{ $circle }
finding-after-circle-help = 从 after 里去掉其中一个名字
finding-after-broken = “{ $question }”应排在“{ $first }”之后，却又通往它
finding-after-broken-help = 把它移到后面；其实可以先问的，就从 after 里去掉这个名字
finding-order-costs-more = 这样的提问顺序多花 { $more }% 的时间：{ $minutes } 分钟，本来 { $best } 分钟就够
finding-order-costs-more-help = 按这个顺序问：{ $order }。哪一题要先知道另一题的答案，就用 after = [ … ] 写明
finding-call-not-remedy = 写作打电话的“{ $id }”不是处理办法
finding-call-not-remedy-help = 改成写明打给谁、说什么的那个处理办法
summary-entry-call = 没有继续答题，直接打电话
stop-offer = 现在就打电话多半更快：约 { $calling } 分钟。接着查，10 次里有 { $often } 次还是要打，前后约 { $going } 分钟。按 { $key } 打电话，也可以接着答题。
order-begins = 从哪里开始
order-share = 占比
order-questions = 题数
order-most = 最多
order-least = 下限
order-minutes = 分钟
order-lost = 多花
order-all = 所有情况
order-remedy = 处理办法
order-cause = 原因
order-legend = 题数和分钟数都是到第一个处理办法为止的平均值；“最多”是最长的一条路；“下限”是每题选项同样多时，任何问法平均都少不了的题数；“多花”是可以换位置的问题按现在的顺序问，比最好的顺序多用的时间。
order-checklist = 检查步骤，一步一步按顺序问：
order-chains = 可以换位置的问题：
order-no-chains = 没有可以换位置的问题：每一题都要先知道前一题的答案，或者不止一处通往它。
order-chain-best = - { $order }：{ $minutes } 分钟，已是最好的顺序
order-chain = - { $order }：{ $minutes } 分钟；改成 { $better }：{ $best } 分钟，现在多花 { $lost }
order-chain-good = - { $order }：{ $minutes } 分钟，没有找到更好的顺序（不会少于 { $least } 分钟）
order-at-least = （可能还有更好的；不会少于 { $least } 分钟）
order-free = （要是不管 after，可以只要 { $free } 分钟）
order-no-symptom = 这份指南里没有“{ $id }”这种情况
order-symptom = { $name }：不确定程度 { $bits } 比特；处理平均要 { $minutes } 分钟
order-history-none = 还没有用这份指南解决或转交的记录
order-history = 用这份指南解决或转交的记录有 { $count } 次；作者写的可能性另算 { $prior } 次。
order-sessions = 次数
order-solved-by = 怎么解决的
order-question = 问题
order-answer = 答案
order-label = 原来
order-counted = 次数
order-now = 现在
order-history-likely = 建议改这些可能性（与同一题的其他答案相比的权重）：
order-history-likely-same = 没有哪个答案的可能性和原来差得多，不用改。
order-history-order = 建议改成这些顺序：
order-history-order-same = 没有哪个顺序比最好的多花一成以上的时间。
order-history-edit = 什么都没有改；您同意的，请自己改指南。
order-stops = 问到这些题时，先建议打电话：
order-stop = - { $id }：接着查 { $going } 分钟，打电话 { $calling } 分钟；{ $calls } 还是要打

## 别处来的排查：存进记录、凭排查码打开

import-kept = 已存进这台电脑的排查记录，编号 { $number }。
import-kept-more = 这次排查以前就在这台电脑的记录里，编号 { $number }；后来发生的已经补上。
import-kept-already = 这次排查已经在这台电脑的记录里，编号 { $number }，没有重复存。
import-not-kept = 只显示，没能存进这台电脑的排查记录：{ $why }
notice-opened = 这是凭排查码打开的，没有时间和备注。按 { $key } 看全部回答。接着做下去，才会存进记录。
lookup-code = 到这次排查停下的地方
lookup-code-answers = { $count ->
    [0] 这是排查码，里面还没有回答。
   *[other] 这是排查码，里面有 { $count } 个回答。
}
lookup-code-enter = 按 Enter 打开。
lookup-code-flawed = 这像是排查码，但少了一位或有一位不对。请接着输完；要是已经输完了，请对方一组一组再念一遍。
lookup-code-flawed-in-group = 这像是排查码，但少了一位或有一位不对。请接着输完；要是已经输完了，多半是第 { $group } 组错了，请对方把这一组再念一遍。
lookup-code-anyway = 丢掉，打开排查码

## A close look at a guide

finding-note = 提示
finding-notes = { $count } 个提示
finding-list-separator = 、
finding-allowed-error = 规则“{ $rule }”不能放行：指南会运行不了
finding-allowed-error-help = 把它指出的问题改好，再从 allow 里去掉这一项
finding-idle-allow = 这里并没有违反规则“{ $rule }”
finding-idle-allow-help = 从 allow 里去掉：留着会掩盖以后的错误
finding-list-form = 禁用建议清单读不了：{ $words }
finding-list-form-help = 照 content/forbidden-advice.toml 的样子写：先是 [language.zh]，再是 [[forbidden]]，里面写 id、what 和各语言的模式
finding-list-unknown = 没有叫“{ $name }”的清单
finding-list-unknown-help = 写 list = "card-terminal"，或者去掉这一行，自己写条目
finding-list-pattern = “{ $item }”有一个模式读不了：{ $words }
finding-list-pattern-help = 模式是正则表达式；要表示符号本身，前面加反斜杠
finding-list-key = “{ $item }”有一个没有意义的键：{ $words }
finding-list-key-help = 键是清单里的语言，可以单独写，也可以写在 unless_、earlier_、bad_、good_ 后面
finding-list-misses = “{ $item }”没抓住自己的反例：{ $words }
finding-list-misses-help = 加一个能抓住它的模式，或者去掉让它过关的条件
finding-list-blames = “{ $item }”误伤了自己的正例：{ $words }
finding-list-blames-help = 把模式写窄一点，或者在 unless_、earlier_ 里加一个条件
finding-text-cut = { $key ->
    [tell_customer] 窗口是 60 x 20 时这段话末尾会被截掉（{ $language }）：对顾客说的话最多 3 行
    [legend] 会被截掉（{ $language }）：图旁的图例最宽 37 列
    [title] 会被截掉（{ $language }）：图上的标题最宽 37 列
    [scenario] 会被截掉（{ $language }）：场景的标题最宽 40 列
    [look] 会被截掉（{ $language }）：看哪里的名字最宽 28 列
   *[other] 这一行会被截掉：图最宽 37 列
}
finding-text-cut-help = 说短一点，或者画窄一点
finding-question-tall = 窗口是 60 x 20 时这个问题显示不全（{ $language }）：多出 { $beyond } 行
finding-question-tall-help = 把问题、答案或对顾客说的话写短，或者分成两个问题
finding-remedy-tall = 窗口是 60 x 20 时“千万不要”和第一步不能同时看到（{ $language }）：多出 { $beyond } 行
finding-remedy-tall-help = 把原因、“千万不要”或对顾客说的话写短
finding-languages-differ = { $what ->
    [figure] 这段话的“{ $language }”里有数字 { $own }，“{ $other }”里没有
    [placeholder] 这段话的“{ $language }”里有 { $own }，“{ $other }”里没有
   *[term] 这段话的“{ $language }”里有“{ $own }”，“{ $other }”里没有，而别处几乎都保留
}
finding-languages-differ-help = { $what ->
    [figure] 各语言写同样的数字，都用阿拉伯数字
    [placeholder] 各语言写同样的占位符
   *[term] 各语言用同一个叫法，或者在 allow 里写上 terms-differ 和理由
}
finding-same-wording = { $what ->
    [node] 和“{ $id }”的说法一模一样
    [answer] 和本题的答案“{ $id }”说法一样
    [action] 和本处理的步骤“{ $id }”说法一样
    [sight] 和看 { $id } 的名字一样
   *[other] 和“{ $id }”的说法一模一样
}
finding-same-wording-help = { $what ->
    [answer] 写清楚答案之间的区别，或者去掉一个
    [action] 去掉一个，或者写清楚第二次有什么不同
    [sight] 换个名字，让学员分得清看哪里
   *[other] 写清楚区别，或者两处都指向同一个
}
finding-asked-again = 同一条路上，“{ $id }”已经问过一样的话
finding-asked-again-help = 已经答过的路绕开这一题，或者写清楚现在有什么不同
finding-one-way = 所有答案都去“{ $id }”
finding-one-way-help = 直接去那里，或者让某个答案去别处
finding-never-likely = 几乎没人会走到“{ $id }”：去那里的每条路上都有一个千人中选不到一人的答案
finding-never-likely-help = 给通向它的答案写上真实的 likelihood，或者去掉这个处理
finding-way-too-long = 从“{ $id }”出发，有一条路要问 { $longest } 题才到第一个处理，最多只能 { $most } 题
finding-way-too-long-help = 先问最能分清原因的问题，或者在 guide.toml 里设 most_questions
finding-forbidden-advice = 这里说了“{ $said }”，清单禁止这样建议：{ $what }（{ $item }）
finding-forbidden-advice-help = 改成安全的说法，在同一句里写明不要这样做，或者在清单里加一条带理由的 [[exception]]
finding-no-sources = “{ $id }”没写依据哪条事实
finding-no-sources-help = 在 sources = [ … ] 里写上事实，或者在 allow 里写上 missing-sources 和理由
finding-drawing-unused = 没有地方显示图“{ $id }”
finding-drawing-unused-help = 在问题或处理里写 drawing = "…"，或者去掉这张图
finding-text-unused = { $what ->
    [contact] 没有处理让人联系“{ $id }”
    [group] 没有现象归在“{ $id }”下面
    [scheme] 没有代码属于卡组织“{ $id }”
    [step] 没有问题或处理属于步骤“{ $id }”
   *[mark] 图例里的标号 { $id } 没有画在图上
}
finding-text-unused-help = { $what ->
    [mark] 在图上画出标号，或者从图例里去掉
   *[other] 在该用的地方写上它，或者去掉
}

## What rules mean

explain-severity = 级别：{ $severity }。
explain-means = 要求
explain-why = 为什么要紧
explain-mend = 怎么改
explain-bad = 反例
explain-good = 正例
explain-allow = 确实该这样的地方，就在旁边写：allow = { $example }
explain-allow-why = 理由
explain-unknown = 没有叫“{ $rule }”的规则。
explain-near = 是不是 { $rule }？全部规则：tilldoc guide explain
explain-list = 全部规则：tilldoc guide explain
explain-more = 看某条规则的全文：tilldoc guide explain RULE
explain-document = # tilldoc guide check 的规则{"\u000A\u000A"}由测试根据 assets/rules.toml 和 tests/guide-cases 生成；`tilldoc guide explain RULE` 显示同样的内容。有错误的指南不能运行（场景和禁用建议清单的错误只算检查没通过）；`--deny warnings`、`--deny notes` 把其余的也算作失败；确实该这样的警告或提示，写上理由：`allow = {"{"} 规则 = "理由" {"}"}`。

## 指南的 JSON 架构

schema-title = tilldoc 指南的文件
schema-about = 指南的一个文件：guide.toml，或与它同目录的其他 *.toml。架构查不出的，由 `tilldoc guide check` 检查：链接是否都有去处、每条路是否都到得了处理办法。
schema-id = 名称：字母、数字和 - _ .，以字母或数字开头。调整指南时不要改它：会话记录靠它对应。
schema-go = 通向哪里：某个问题或处理办法的 id。不能绕圈。
schema-step-of = 属于检查表的哪一步（该步的 id）。
schema-sources = 依据哪些事实（事实的 id）。
schema-drawing-of = 有帮助的示意图（图的 id）。
schema-tell-customer = 这时对顾客怎么说。
schema-who = 由谁处理。
schema-meaning = 是什么意思。
schema-action = 怎么做。
schema-text = 一段话，指南的每种语言都要有，不含换行和制表符。
schema-version-of = 这段话的 { $tag } 版本。
schema-format = 格式的编号。
schema-guide-id = 指南的名称。
schema-version = 指南的版本，自己编号。
schema-languages = 指南的语言标签；第一个是后备语言。
schema-guide-title = 这份指南是做什么用的。
schema-check-everything = “全部检查”从哪个问题开始；这时每一步都要有 gate。
schema-code-unsure = 同一代码在不同卡上含义不同、又不知道是什么卡时，转到哪里。
schema-call = 打电话要花多少时间：接着查比现在就打更费时的地方，先建议打电话。
schema-call-remedy = 打电话的那个处理办法（其 id）。
schema-call-minutes = 打一次电话要几分钟，包括等候，0 以上。
schema-call-saves = 至少省下几分钟才建议打电话，0 以上；不写就是 2。
schema-call-stop = 从不先建议打电话时写 false。
schema-step-title = 这一步的简短标题。
schema-gate = 问这一步是否正常的问题。
schema-step-minutes = 从别的步骤走到这里要几分钟，0 以上；不写就是 0。
schema-group-title = 标题。
schema-group-of = 归在哪个标题下（标题的 id）。
schema-symptom-say = 人们怎么描述看到的情况。
schema-words = 人们还会用哪些词来找它。
schema-skips = 有了它就不必再查的步骤（步骤的 id）。
schema-symptom-likelihood = 与其他现象相比，从这里开始的有多少：一个词或权重；不写就是 sometimes。
schema-contact-id = 名称；电话号码本身来自门店资料。
schema-contact-title = 是谁。
schema-where = 号码在哪里找。
schema-drawing-title = 画的是什么。
schema-unicode = 用制表符画的图：多行字符串，或逐行的列表。
schema-ascii = 同一张图，只用 ASCII。
schema-legend = 图中的标记各是什么。
schema-mark = 图中的标记。
schema-kind = 怎么回答：choice（选一个，默认）、amount（与限额比较的金额）、code（查响应码）、ticks（可多选）。
schema-ask = 问题本身。
schema-how = 怎么看出来。
schema-question-minutes = 找到答案要几分钟，0 以上；不写就是 1。
schema-question-likelihood = 与前一问题的其他答案相比，走到这里的可能性：一个词或权重。不写就把它通向的各权重相加。
schema-no-unsure = 为什么不需要“不确定”这个答案；不写就必须有这个答案。
schema-aside = 问的不是这一步本身（例如正在进行的付款）时写 true：它的答案就不会把这一步勾掉。
schema-question-profile = 门店资料可能已经知道的内容；知道就不用问。只用于 kind 为 choice 的问题。
schema-after = 同一条路上必须先问的问题（问题的 id）；写步骤的 id，就是那一步的所有问题。
schema-answers = 答案，1 到 9 个，按显示的顺序。其中应有一个“不确定”。
schema-answer-id = 名称，在同一问题里不重复。
schema-answer-say = 显示的文字。
schema-answer-likelihood = 这个答案的可能性；不写就按它通向的内容算。
schema-unsure = “不确定”这个答案写 true。
schema-up-to = 这个答案的金额上限，最多两位小数；上限依次增大，最后一个答案不写。只用于 kind 为 amount 的问题。
schema-none = 什么都没勾时的那个答案写 true。只用于 kind 为 ticks 的问题。
schema-other = 代码不在表中时的那个答案写 true。只用于 kind 为 code 的问题。
schema-answer-profile = 资料里写的是什么时算这个答案。
schema-fine = 表示“这里没问题”、要到别处接着找的那个答案写 true。
schema-cause = 毛病在哪里，一行说完。
schema-likelihood = 可能性：common、sometimes（默认）、rare，或大于 0 的权重；三个词分别是 10、3、1。
schema-remedy-minutes = 要几分钟，0 以上。
schema-actions = 要做的事，1 到 6 件，最快的在前。
schema-action-id = 名称，在同一处理办法里不重复。
schema-never = 绝对不要做的事。
schema-contact-of = 打给谁（联系人的 id）。
schema-tell-support = 打电话前准备好什么。
schema-meanwhile = 这段时间用什么收款。
schema-prevent = 下次怎么避免。
schema-if-failed = 没解决时再查哪里：问题或处理办法的 id。每个处理办法要么有它，要么有 escalation。
schema-if-worked = 解决之后还要看什么；不写就到此结束。
schema-escalation = 最后一招写 true，之后不必再有去处。
schema-scheme-title = 人们怎么称呼这种卡。
schema-scheme-how = 怎么认出这种卡。
schema-code = 终端上显示的代码：51、A0。
schema-scheme-of = 这是哪个卡组织的含义（其 id）。
schema-also = 含义相同的其他卡组织（其 id）。
schema-code-words = 终端还会怎么显示它。
schema-retry = 这张卡还能不能用来付：never（不能）、after-fix（处理好原因后）、later（过一会儿）。
schema-code-likelihood = 与其他代码相比有多常见：一个词或权重；不写就是 rare。
schema-message-say = 屏幕或小票上的文字。
schema-message-words = 其他写法，以及人们记得的只言片语。
schema-fact-kind = 哪一类事实：statement（默认）、code（要有代码以它为据）、message（要有提示以它为据）。
schema-says = 事实的内容。
schema-right = 内容有误时，正确的是什么。
schema-not-used-id = 事实的 id。
schema-reason = 为什么不用它。
schema-case-symptom = 从哪个现象进入（现象的 id）。
schema-case-code = 从哪个代码进入，需要时带上卡组织：51、51 visa 或 51 unsure。
schema-case-message = 从哪条提示进入（提示的 id）。
schema-case-everything = 从“全部检查”进入时写 true。
schema-case-answers = 依次怎么回答：id、金额、代码、用 + 连起来的几个 id；途中遇到处理办法写 worked 或 failed。
schema-case-remedy = 必须到达的处理办法（处理办法的 id）。
schema-notice-text = 这段时间要知道的事。
schema-from = 什么时候开始：日期，可带时间。不写就是已经开始。
schema-until = 什么时候结束：日期带时间；只写日期就到当天结束。
schema-notice-step = 关于哪一步（id），或一个列表。
schema-notice-question = 关于哪个问题（id），或一个列表。
schema-notice-remedy = 关于哪个处理办法（id），或一个列表。
schema-allow = `tilldoc guide check` 的警告和提示里，这里确实该这样的：规则名和理由。
schema-most-questions = 从现象到处理最多问几题；没写时 `tilldoc guide check` 按 12 题算。
schema-list-step = 检查表的一步，按顺序写。
schema-list-group = 现象的标题。
schema-list-symptom = 人们最先看到的现象：会话从这里开始。
schema-list-contact = 可以打电话找的人。
schema-list-drawing = 设备的示意图。
schema-list-question = 一个问题和它的答案。
schema-list-remedy = 针对一种原因的处理办法。
schema-list-scheme = 卡组织：同一代码在不同的卡上含义不同。
schema-list-code = 一个响应码，通向哪里。
schema-list-message = 终端显示的一条文字提示，通向哪里。
schema-list-fact = 指南依据的一条事实。
schema-list-not-used = 没有用到的一条事实，以及原因。
schema-list-case = 必须保持不变的一条路径。
schema-list-notice = 一段时间内有效的通知。

## 训练场景的问题

finding-scenario-no-way-in = 场景“{ $scenario }”无从开始：指南没有这个现象、提示或代码
finding-scenario-no-way-in-help = 改正 symptom、message 或 code；有几种意思的代码要写 scheme
finding-scenario-elsewhere = 场景“{ $scenario }”在 { $after } 之后走到了 { $node }，不是该到的 { $truth }
finding-scenario-begins-elsewhere = 场景“{ $scenario }”一开始就到了 { $node }，不是该到的 { $truth }
finding-scenario-elsewhere-help = 现在这样才对，就写 truth = "{ $node }"；它是路上白试的，就加进 fails；否则改正让路走岔的那条事实
finding-scenario-last-resort = 场景“{ $scenario }”里 { $node } 不管用，后面又没有路了，到不了 { $truth }
finding-scenario-last-resort-help = 从 fails 里去掉它，或者改正它前面的事实
finding-scenario-ends-at = 场景“{ $scenario }”在 { $node } 一带绕圈，到不了 { $truth }
finding-scenario-ends-at-help = 先改好指南里的圈
finding-scenario-no-fact = 场景“{ $scenario }”在 { $after } 之后要问 { $question }，场景里没有它的事实
finding-scenario-no-first-fact = 场景“{ $scenario }”一开始就要问 { $question }，场景里没有它的事实
finding-scenario-no-fact-help = 加一条 [[scenario.fact]]，写 question = "{ $question }" 和它的一个答案（{ $answers }），或者改正通到那里的事实
finding-scenario-answer = { $question } 没有答案“{ $answer }”
finding-scenario-answer-help = 它的答案有：{ $answers }；问金额就写金额，问代码就写代码，多选题写一组
finding-scenario-no-question = { $id } 是处理办法，不提问
finding-scenario-no-question-help = 写一个问题，或者去掉；路上白试的处理办法写在 fails 里
finding-right-as-wrong = { $what ->
    [trap] 这个陷阱就是事实支持的答案
    [tempt] 这正是处理办法里要做的
   *[tell] 这正是处理办法里该对顾客说的
}
finding-right-as-wrong-help = { $what ->
    [trap] 换一个确实不对的答案，或者改正事实
   *[other] 换成确实不对的，或者去掉
}
finding-unwritten = 还没写：{ $keys }
finding-unwritten-help = 用每种语言写好，换掉 TODO；用不着的，整条删掉
finding-no-trap = 场景“{ $id }”的路上没有陷阱
finding-no-trap-help = 给最佳路径上的一个问题加 [[scenario.trap]]：容易选错的答案，为什么不对
finding-screen-wide = 屏幕上这一行有 { $columns } 列（{ $language }），终端只有 24 列
finding-screen-tall = 屏幕有 { $lines } 行（{ $language }），终端只有 6 行
finding-screen-large-help = 像终端那样说短一点
finding-screen-differs = 屏幕在“{ $language }”里的行数比“{ $other }”里多
finding-screen-differs-help = 每一行都写全各种语言
finding-target-questions = questions = { $written }，最佳路径却要问 { $path } 个
finding-target-questions-help = 写 questions = { $path }，或者改正事实
finding-target-minutes = minutes = { $written }，最佳路径却要 { $path } 分钟
finding-target-minutes-help = 写 { $path } 到 { $most } 之间的数，留一点读题的时间；或者改正各条事实的分钟数
finding-idle-fails = 写了 { $id } 不管用，可是路上不经过它
finding-idle-fails-help = 从 fails 里去掉，或者改正事实，让路经过它
finding-cause-told = { $key ->
    [title] 标题说破了原因（{ $language }）：“{ $words }”
    [screen] 屏幕用处理办法的话说破了原因（{ $language }）：“{ $words }”
    [customer] 顾客用处理办法的话说破了原因（{ $language }）：“{ $words }”
   *[setting] 情景用处理办法的话说破了原因（{ $language }）：“{ $words }”
}
finding-cause-told-help = 只写看到的和听到的，原因留给学员去找
finding-answer-told = { $key ->
    [look] 看哪里的名字就是答案（{ $language }）：“{ $words }”
   *[shows] 看到的内容用了答案的原话（{ $language }）：“{ $words }”
}
finding-answer-told-help = 写看到了什么，是哪个答案让学员自己判断
finding-no-scenario = { $what ->
    [symptom] 没有从现象“{ $id }”开始的场景
   *[step] 没有在步骤“{ $id }”结束的场景
}
finding-no-scenario-help = { $what ->
    [symptom] 写一个，或者在 allow 里写上 symptom-without-scenario 和理由
   *[step] 写一个，truth 是这一步的处理办法
}

## 训练用的场景

schema-scenario-title = 场景的名字，不透露原因。
schema-difficulty = 难度：easy、medium、hard 或 nasty。
schema-setting = 在哪里、什么时候、刚做过什么：只写不用检查就能注意到的。
schema-screen = 终端上显示的内容，每种语言都要有：最多 6 行，每行最多 24 列；黑屏写 []。
schema-customer = 顾客说什么、做什么。
schema-scenario-code = 从哪个代码进入。
schema-scenario-scheme = 代码所属的卡组织，代码有几种意思时要写；看不出是哪种卡就写 unsure。
schema-truth = 真正管用的处理办法（处理办法的 id），学员看不到。
schema-scenario-also = 另外也管用的处理办法（处理办法的 id）。
schema-fails = 最佳路径上试过但不管用的处理办法（处理办法的 id）：两处毛病同时出现。
schema-scenario-minutes = 好学员走到处理办法要用的模拟分钟数：查看用的时间，加上白试的处理办法。
schema-scenario-questions = 最佳路径上要问几个问题。
schema-sights = 每看一处会看到什么：最佳路径上的每个问题一条，再加几条路径以外的。
schema-of-question = 哪个问题（问题的 id）。
schema-look = 可以选择去看什么，不暗示答案。
schema-shows = 看了以后看到什么：只写观察到的，不用答案的原话。
schema-sight-answer = 它支持哪个答案：id、代码、金额，多选题写一组 id。
schema-sight-minutes = 看一次要几分钟；不写就用问题自己的分钟数。
schema-traps = 不该这样答的答案。
schema-trap-answer = 错误的答案：id、代码、金额，多选题写一组 id。
schema-why = 为什么不对。
schema-harm = 会丢钱丢货、泄露数据或伤到人时写 true：选了它，这次演练就不合格。
schema-temptations = 看着该做、其实不对的事，会混在处理办法的头几步里。
schema-tempt-say = 可能会去做的事。
schema-tellings = 可能会对顾客说、其实不对的话，会和处理办法里该说的话放在一起。
schema-tell-say = 可能会说的话。
schema-list-scenario = 一个事实已知的故障，供训练用。

## 训练的讲评

debrief-title = 讲评：{ $scenario }
debrief-trainee = 学员
debrief-result = 结果
debrief-passed = 通过
debrief-failed = 没通过
debrief-failed-harm = 没通过：有会造成损失的选择，多少分都算不及格
debrief-points = 得分
debrief-total = { $total } 分（满分 100，{ $mark } 分及格）
debrief-of = { $got }／{ $most }
debrief-end = 结局
debrief-ending-solved = 最后用对了办法。
debrief-ending-stuck = 试的办法没用，后面也没路了。
debrief-ending-gave-up = 中途放弃了。
debrief-ending-time-up = 时间到了，没做完。
debrief-mode = 方式
debrief-mode-practice = 练习
debrief-mode-exam = 考试
debrief-began = 开始
debrief-took = 实际用时
debrief-took-value = { $minutes } 分 { $seconds } 秒
debrief-clock = 模拟用时
debrief-clock-value = { $used } 分钟（最快 { $best } 分钟）
debrief-hints = 看提示次数
debrief-guide = 指南
debrief-harm = 会造成损失的选择
debrief-harm-answer = 回答
debrief-harm-action = 动作
debrief-harm-telling = 对顾客说的话
debrief-harm-choice = { $kind }：{ $choice }
debrief-harms = 会造成损失。{ $why }
debrief-score = 得分
debrief-column-part = 项目
debrief-column-points = 得分
debrief-column-why = 怎么算的
debrief-part-remedy = 办法对不对
debrief-part-answers = 答得和事实一致
debrief-part-looks = 看了该看的
debrief-part-minutes = 用的时间
debrief-part-actions = 先做的几步
debrief-part-telling = 对顾客说的话
debrief-why-solved = 用的办法对。
debrief-why-not-solved = 没用上对的办法。
debrief-why-needs-remedy = 办法对了，这一项才算分。
debrief-why-answers = { $of } 个回答里，{ $agreed } 个和事实一致。
debrief-why-left-out = 该问的有 { $count } 个没问到，算答错。
debrief-why-looks = 该问的 { $of } 个问题里，{ $taken } 个是先看再答的。
debrief-why-astray = 有 { $count } 样不在路上，也看了或者答了。
debrief-why-minutes = 用了 { $used } 分钟，最快 { $best } 分钟。
debrief-why-skipped = 该走却没走的步骤，另算 { $minutes } 分钟。
debrief-why-actions = 开头 { $of } 步里，{ $right } 步做对了，顺序也对。
debrief-why-telling = { $of } 次里，{ $right } 次对顾客说得对。
debrief-formula = 算法：办法，对就全得，不对不得。回答，按和事实一致的比例。先看，该问的问题里先看再答的，除以该问的加上多看的、走偏的。时间，最快的用时除以实际用时。先做的几步和对顾客说的话，按做对的比例。该问哪些，是从自己选的入口起，照事实一路该问的。只要有一个选择会造成损失，多少分都不及格。
debrief-scene = 场景
debrief-dark = 机器屏幕全黑，什么也不显示。
debrief-decisions = 一步一步看
debrief-column-did = 做了什么
debrief-column-facts = 事实是什么
debrief-column-better = 怎样更好，为什么
debrief-column-minutes = 分钟
debrief-did-enter = 入口：{ $entry }
debrief-did-look = 去看：{ $look }
debrief-did-hint = 看提示：{ $question }
debrief-did-answer = { $question } 答：{ $answer }
debrief-did-look-up = 查了：{ $entry }
debrief-did-back = 退回一步
debrief-did-carry-out = 用的办法：{ $remedy }
debrief-did-actions = 先做：{ $actions }
debrief-did-tell = 对顾客说：{ $said }
debrief-did-tell-nothing = 对顾客：什么也没说
debrief-agrees = 和事实一致。
debrief-guessed = 和事实一致，但没去看，是猜的。
debrief-unsure = 看一眼就知道，不用答“不确定”。
debrief-against = 和事实不符。
debrief-unknown = 这个场景里没有这一项，不计分。
debrief-void = 这个问题按另一次回答算。
debrief-needless = 这一样不用看。
debrief-worked = 办法选对了。
debrief-failed-first = 没好，但这一步该先试。
debrief-not-worked = 没好：看到的情况不支持这个办法。
debrief-better-entry = 更好的入口：{ $entry }
debrief-better-look = 先去看：{ $look }
debrief-better-answer = 该答：{ $answer }
debrief-better-actions = 该先做：{ $actions }
debrief-better-tell = 对顾客该说：{ $said }
debrief-why-not = 别“{ $choice }”：{ $why }
debrief-best = 最快的走法：模拟 { $minutes } 分钟
debrief-best-question = { $look }：{ $shows } { $question } 答：{ $answer }
debrief-best-remedy = 试过没用：{ $remedy }
debrief-best-end = 办法：{ $remedy }
debrief-remedy = 对的办法，和道理
debrief-never = 千万别
debrief-prevent = 下回怎么避免

## 从排查记录生成场景

draft-head = 从一次排查记录生成：只有走过的路，没有名字、备注和时间。把每个 TODO 换成要写的话；还差哪些，tilldoc guide check 会列出来。
draft-title = 标题不透露原因。
draft-difficulty = 难度：easy 易、medium 中、hard 难、nasty 刁钻
draft-setting = 地点、时间、刚做了什么：只写不用检查就能注意到的。
draft-screen = 机器屏幕上的字，最多 6 行，每行 24 列；黑屏写 []。
draft-customer = 顾客说什么、做什么。
draft-truth = 真正管用的办法，学员看不到。
draft-facts = 每看一样会看到什么。答案是那次排查里答的。再加两到四样路边的，让人分心。
draft-fact = { $question } 答：{ $answer }
draft-trap = 容易选错的答案，为什么错。harm = true：会亏钱或伤人，选了就不合格。
draft-tempt = 容易做错的事，为什么不能做。
draft-tell = 容易对顾客说错的话，为什么不能说。
unteachable-no-remedy = 这次排查没有哪个办法管用，里面没有可找的答案。
unteachable-no-question = 这次排查在用上办法之前什么也没问，没有可看的。
unteachable-way-in = 这次排查是从打电话开始的，或者从指南里没有的代码开始；场景不能这样开头。
unteachable-misses = 照现在的指南，这次排查的回答走不到当时管用的办法。

## 指南的图

graph-everything = 全部检查
graph-codes = { $codes } 等，另有 { $more } 个
graph-failed = 没解决
graph-went-well = 解决了
graph-title = 指南的图：方框和连线，线越粗越可能
graph-language = 中文
graph-search = 查找文字、id 或代码
graph-nothing = 没有找到
graph-ways-in = 入口
graph-start = 起点
graph-all = 全部展开
graph-fit = 适合窗口
graph-zoom-in = +
graph-zoom-out = −
graph-help = 点答案往下走，点方框看内容。拖动可移动，滚轮可缩放，按 / 查找。方框上的百分比是所有排查中经过这里的比例，答案上的百分比是它在同一问题里的可能性。虚线表示处理办法之后的去处。
graph-around = 只看相邻
graph-ways = 通向它的路
graph-below = 展开以下全部
graph-fold = 收起
graph-question = 问题
graph-remedy = 处理办法
graph-last = 最后一招
graph-visits = 出现比例
graph-minutes = 分钟
graph-answers = 答案
graph-onward = 之后
graph-by-codes = 响应码
graph-from = 来自
graph-sources = 依据
graph-how = 怎么看
graph-customer = 对顾客说
graph-no-unsure = 没有“不确定”，因为
graph-actions = 现在做
graph-none = 指南里没有这个{ $what }：{ $id }
graph-what-step = 步骤
graph-what-symptom = 现象
graph-what-remedy = 处理办法
graph-big = 共 { $lines } 条线，多数查看工具最多画 500 条。请只画一部分：--step、--symptom 或 --remedy。

## 指南的树

verb-unfold = 展开；到别处展开的地方
verb-fold = 收起；试走时返回
verb-play = 试走／回到树
tree-looked-up = 只有查询才能到
tree-adrift = 没有任何路通到
tree-see = （见 { $id }）
tree-how = + 已收起，- 已展开，= 在别处展开；右键展开、左键收起。百分比是与同级相比的可能性。
tree-detail = { $kind }，{ $step }，{ $minutes } 分钟，{ $id }
tree-elsewhere = 后面的内容在别处展开：按回车过去。
tree-unsure-code = { $code }：不知道是什么卡
tree-find = 查找问题或处理办法
tree-playing = 从这里开始试走，不会保存。按 p 回到树。
tree-no-way = 没有路通到这里，无法试走。

## 新指南，随机走

new-guide-written =
    一份标签打印机的小指南放在 { $dir } 里了，改成自己的就行：
      tilldoc guide check { $dir }
      tilldoc --guide { $dir }
new-guide-not-empty = { $dir } 里已经有东西了：请换一个空的、或者还不存在的文件夹。
walk-played = 走了 { $sessions } 遍，共 { $steps } 步；{ $nodes } 道题和办法里走到了 { $met } 个。
walk-errors = 指南有 { $count } 个错误，见 tilldoc guide check；能走多远走多远。
walk-fine = 没有死路，也不绕圈。
walk-no-begin = 死路：从这里进去没有下一步。
walk-answer = 死路：有个回答没有下一步。
walk-remedy = 死路：这个办法不管用时没有下一步。
walk-back = 绕圈：又回到走过的地方。
walk-longest = 最长的一条，{ $questions } 道题：
walk-never = 有 { $count } 个没走到；多走几步或换个种子也许会到：
walk-more = 还有 { $count } 个

## 整理排版，改动的影响

fmt-no-folder = 哪个文件夹？tilldoc guide fmt 文件夹
fmt-syntax = { $path } 读不了，没有动它；tilldoc guide check 会指出是哪一行。
fmt-meaning = { $path } 没有动：整理后意思会变。这是 tilldoc 的毛病，请反馈给我们。
impact-errors = { $guide } 有 { $count } 个错误，见 tilldoc guide check；能走多远走多远。
impact-moved = 有 { $count } 条原来走到 { $was }，现在走到 { $now }：
impact-lost = 有 { $count } 条原来走到 { $was }，现在连开头都进不去：
impact-way-in-gone = 起点没有了：{ $entry }
impact-answer-gone = 答案没有了：{ $question } 不再有“{ $answer }”。
impact-question-gone = 问题没有了：{ $id }
impact-remedy-gone = 处理办法没有了：{ $id }
impact-elsewhere = { $at } 原来通到 { $was }，现在通到 { $now }。
impact-begins = 原来从 { $was } 开始，现在从 { $now } 开始。
impact-nowhere = 无处
impact-session = 记录 { $name }
impact-case = 路径用例 { $name }
impact-scenario = 场景 { $name }
impact-code = 排查码 { $name }
impact-more = 还有 { $count } 条
impact-sessions = 重放了 { $played } 条记录，其中 { $moved } 条现在走到别处。
impact-cases = 重放了 { $played } 个路径用例，其中 { $moved } 个现在走到别处。
impact-scenarios = 重放了 { $played } 个场景，其中 { $moved } 个现在走到别处。
impact-codes-given = 重放了 { $played } 个排查码，其中 { $moved } 个现在走到别处。
impact-apart = 另有 { $count } 条没有比：不是这份指南的，或者旧指南也走不完整。
impact-codes-same = 以上共有排查码 { $all } 个，全部照旧有效：两份指南的码相同。
impact-codes = 以上共有旧指南的排查码 { $all } 个；用旧指南读出来，{ $whole } 个在新指南里完整打开，{ $partly } 个只能打开一部分。
impact-nothing = 没有可比的：没有找到排查记录、路径用例或场景。--cases 用两份指南里的路径用例和场景，--sessions 用记录库里的记录。

## 边写边看的指南

verb-findings = 检查结果
watch-fine = 没有要改的
watch-separator = {"，"}
watch-row = { $key }：{ $summary }
watch-row-first = { $key }：{ $summary }。{ $first }
watch-more = { $key }：看全部
watch-old = 先继续用改之前的指南。
watch-none = 没有错误才能试走。改好保存，会自动重新读。
watch-saved = 已保存：{ $changes }。
watch-same = 已保存，内容没有变化。
watch-changes = 这次保存改了
watch-new = 新增 { $what }
watch-gone = 删去 { $what }
watch-other = 改动 { $what }（{ $keys }）
watch-changes-more = 还有 { $count } 处
watch-lost = 下面这些回答已经对不上：
watch-no-way-in = 入口没有了，刚才走的也就没有了；入口改回来就会恢复。
watch-no-terminal = tilldoc guide watch 要在终端里用。tilldoc guide check 可以打印检查结果。
watch-impossible = 没法盯着这个文件夹：{ $why }

## 不收款的机器

unpaid-never = 不要再试了。
unpaid-after-fix = 原因解决了就能用。
unpaid-later = 过一会儿就能用。
unpaid-meanwhile = 这会儿先怎么办
unpaid-solved = 可以接着干活了。
unpaid-escalated = 记下工单号。
unpaid-reopened = 用的是当时的回答。
schema-payments = 这台机器不收款就写 false，程序不再提醒正在收的那笔款；不写就是 true。

## Training: reports, courses, cards, the trainer's PIN

report-trainee = 学员
report-scenario = 场景
report-step = 步骤
report-question = 问题
report-attempts = 演练次数
report-answers = 回答次数
report-passed = 及格
report-right = 答对
report-rate = 及格率
report-right-rate = 正确率
report-points = 得分
report-harm = 有损失
report-minutes = 模拟分钟
report-real-minutes = 实际分钟
report-trend = 走势
report-wrong = 最常见的错误回答
report-trend-better = ^ 进步
report-trend-same = = 持平
report-trend-worse = v 退步
report-trend-too-few = - 次数太少
report-wrong-answer = { $count } 次“{ $said }”
report-wrong-at = { $count } 次“{ $said }”（{ $asked }）
report-all = 合计
report-none = 还没有做完的演练。
report-none-help = 用 tilldoc train 加场景名开始一次；tilldoc train list 列出全部场景。
report-by-trainee = 演练报告：按学员
report-by-scenario = 演练报告：按场景
report-by-step = 演练报告：按步骤
report-by-question = 演练报告：按问题统计回答
report-days-all = 全部日期。
report-days-since = { $since } 起。
report-days-until = 截至 { $until }。
report-days-between = { $since } 至 { $until }。
report-mode-practice = 只算练习。
report-mode-exam = 只算考试。
report-mode-all = 练习和考试都算。
report-minutes-how = “有损失”：因为做了造成损失的选择而不及格的次数。得分是平均数，分钟是中位数：“模拟分钟”是场景里的时间，查看和处理各算多少就是多少；“实际分钟”是钟表上的时间。
report-trend-how = 走势：最近五次和之前五次比（不到十次就后一半和前一半比），相差五分以上才算。
report-no-trainee = 这里没有叫这个名字的学员：{ $name }
report-no-homepage = config.toml 里没有写 [training] homepage，学员名用的是 tilldoc 自带的标识。

certificate-title = 结业证书
certificate-has-passed = 已通过课程
certificate-on = 于 { $day } 通过，每个场景得分不低于 { $mark } 分（满分 100），且没有造成损失的选择。
certificate-points = 得分
certificate-day = 日期
certificate-trainer = 培训人

course-scenarios = 共 { $count } 个场景
course-pass-mark = 满分 100，{ $mark } 分及格。
course-runs = 每个场景最多考 { $count } 次。
course-runs-any = 每个场景不限次数。
course-counts-exam = 只算考试。
course-counts-all = 考试和练习都算。
course-number = 序号
course-standing = 进度
course-tries = 次数
course-best = 最高分
course-passed = { $day } 通过
course-spent = 次数用完
course-open = 未通过
course-left = 还可考 { $count } 次
course-progress = { $name }：{ $all } 个场景已通过 { $passed } 个
course-next = 下一个：{ $title }（tilldoc train { $id } --mode exam --trainee "{ $name }"）
course-completed = 已于 { $day } 通过课程。用 tilldoc train course --trainee "{ $name }" --certificate -o 文件名 生成证书。
course-not-completed = { $name } 还没有通过课程：{ $all } 个场景已通过 { $passed } 个。
course-none = 这份指南没有课程。用 --course 指定一个，或者在配置文件夹里放一个 course.toml。
course-empty = 课程里的场景，这份指南一个也没有。
course-finished = 通过日期

train-list-id = 场景名
train-list-difficulty = 难度
train-list-minutes = 目标分钟
train-list-title = 标题
train-list-step = 步骤
train-list-truth = 正确处理
train-list-done = 通过
train-list-exam = 考试 { $day }
train-list-practice = 练习 { $day }
train-list-tried = 还没有（{ $count } 次）
train-list-none = 这份指南没有场景。
difficulty-easy = 容易
difficulty-medium = 中等
difficulty-hard = 难
difficulty-nasty = 刁钻

trainees-name = 学员
trainees-since = 首次登记
trainees-attempts = 演练次数
trainees-last = 最近一次
trainees-none = 这里还没有学员。
trainee-refused = 这不能用作名字：{ $why }
trainee-forget-needs-yes = 没有删除：这里没法向人确认，要加 --yes。
trainee-forget-what = 将永久删除{ $name }，连同 { $attempts } 次演练、{ $cards } 张卡片。
trainee-forget-ask = 确认删除就再输一遍名字（直接按回车则不删）：
trainee-forget-not = 名字不一样，没有删除。
trainee-forgotten = 已删除{ $name }，连同 { $count } 次演练和全部卡片，没有留下任何内容。
trainee-forgotten-later = 已删除{ $name }，连同 { $count } 次演练和全部卡片。另一个 tilldoc 正开着数据库，等它退出后就不再留下任何内容。

pin-none = 还没有设培训人 PIN：在这台电脑上谁都能看到姓名和报告。用 tilldoc train pin 设一个。
pin-ask = 培训人 PIN（输入时不显示）：
pin-ask-new = 新的培训人 PIN，至少 4 位：
pin-ask-again = 再输一遍：
pin-differ = 两次输入的不一样，没有改动。
pin-wrong = 培训人 PIN 不对。
pin-wrong-again = 培训人 PIN 不对，还可以输 { $count } 次。
pin-needed = 这里要培训人 PIN：在终端里会提示输入；不在终端里就用 TILLDOC_TRAINER_PIN，或者写在输入的第一行。
pin-lost = 数据库损坏时，培训人 PIN 丢了。用 tilldoc train pin 重新设一个，之前姓名和报告都打不开。
store-mended-nameless = 有 { $count } 名学员的名字读不出来，演练记录都保留着，名字记作“?”加编号。
pin-refused = 这不能用作 PIN：{ $why }
pin-set = 培训人 PIN 已设好，以后看姓名和报告都要输入。
pin-removed = 已取消培训人 PIN：在这台电脑上谁都能看到姓名和报告。

cards-none = 这份指南里没有代码，也没有提示语。
cards-code = 屏幕显示代码 { $code }（{ $schemes }）。
cards-message = 屏幕显示：{ $say }
cards-think = 这是什么意思，接下来怎么办？按回车翻面，输入 q 结束。
cards-turn = 翻面
cards-think-screen = 这是什么意思，接下来怎么办？想好了再翻面。
cards-grade-again = 不知道
cards-grade-hard = 勉强想起来
cards-grade-good = 记得
cards-grade-easy = 很熟
cards-leads = 接下来：{ $place }
cards-grade = 记得怎么样？1 不知道，2 勉强，3 记得，4 很熟
cards-again = 下次出现：{ $when }
cards-in-minutes = { $count } 分钟后
cards-in-days = { $count } 天后
cards-left = 待复习 { $again } 张，新卡 { $new } 张
cards-done = 今天先到这里，共 { $count } 张。
cards-next = 下一张：{ $when }。

## 训练时的屏幕和逐行问答

home-training = 训练：用编好的故障练手
verb-look = 去看
verb-hint = 提示
drill-bar-none = 训练
drill-bar = 训练（{ $mode }）  模拟时间 { $minutes } 分钟
drill-left = 还剩 { $left }
drill-title = 训练：遇到故障怎么办，先在这儿练
drill-intro = 故障和顾客都是编的。练了什么、得了多少分，不会混进店里的排查记录和统计。
drill-trainee = 学员：{ $name }。
drill-no-trainee = 没有填学员，成绩不保留。
drill-name = 填上谁在练，成绩才会留下
drill-name-other = 换个人练
drill-name-title = 谁在练？填姓名或工号
drill-name-take = 就用这个名字
drill-name-nobody = 不填名字练，成绩不保留
drill-name-how = 每次写法要一样，成绩和课程都按名字算。没填名字时开的练习还没做完，会一起带过来。
drill-beside = { $title }（{ $aside }）
drill-course = 课程：{ $title }
drill-course-far = 已过 { $passed }/{ $all }
drill-course-how = 每一场都是考试，满分 100，{ $mark } 分及格。
drill-cards = 卡片：代码和提示
drill-cards-line = 卡片：记代码和提示的意思
drill-course-done = 课程已全部通过，请培训人打印证书。
drill-course-name = 先填谁在练：课程按名字算。
drill-course-spent = 这一场的次数用完了，要再考请找培训人。
drill-mode-exam-back = 考试：限时，没有提示
drill-go-on = 接着上次没做完的：
drill-go-on-anew = 另开一场，这一场就算中途放弃。
drill-mode-practice = 练习：可以看提示，每答一步就告诉对不对
drill-mode-exam = 考试：限时，没有提示，答了不能改
drill-levels = 选难度（{ $mode }）
drill-level-count = { $count } 个
drill-any = 随便来一个
drill-scenarios = 选一个场景（{ $mode }，{ $level }）
drill-none = 这本指南没有训练场景。
drill-screen-shows = 机器屏幕上：
drill-dark = 屏幕全黑，什么也不显示。
drill-customer = 顾客：
drill-scene-look = 先去看看
drill-scene-begin = 开始排查
drill-scene-go-on = 接着排查
drill-looks = 看什么？
drill-looks-how = 看一样就过去几分钟。只看用得上的。
drill-looks-none = 能看的都看过了。
drill-look-minutes = { $minutes } 分钟
drill-seen-title = 已经看到的
drill-seen = { $look }：{ $shows }
drill-back = 回去
drill-hint-look = 该去看的：{ $look }。
drill-hint-none = 这一项在这儿没法看出来。
drill-no-hints = 考试没有提示。
drill-no-way-back = 这场考试答了就不能改。
drill-time-up = 时间到了。
drill-over = 这一场已经结束。
drill-not-now = 现在做不了这个。
drill-not-here = 训练里没有这个：练的东西不进店里的记录。
drill-no-scenario = 没有叫 { $id } 的场景。
drill-misses = 这个场景和现在的指南对不上了，练不了。
drill-changed = 指南改过了，上次那一场接不上，就到此为止。
drill-agrees = 对，和看到的一致。
drill-guessed = 答对了，不过没去看（{ $look }），是碰上的。
drill-unsure = 这个看得出来，去看：{ $look }。
drill-against = 和事实不符。
drill-against-blind = 和事实不符，也没去看：{ $look }。
drill-unknown = 这一场里看不出这一点，这一步不计分。
drill-entry-leads-nowhere = 从这里开始，按现场情况找不到解决办法。再看一遍机器屏幕，从屏幕显示的内容开始。
drill-again = 重新选
drill-right-is = 该答：{ $answer }
drill-why = 为什么：{ $why }
drill-why-harm = 会造成损失：{ $why }
drill-feedback = 这一步没做对
drill-actions-title = 先做哪几步？
drill-actions-how = 按先后选，最多 { $most } 步。再选一次就是取消。
drill-actions-none = 这里不用先做什么。
drill-actions-confirm = 就这么做
drill-actions-empty = 至少选一步。
drill-actions-full = 最多 { $most } 步。先取消一步再选。
drill-actions-sum = 先做的几步：{ $all } 步里对了 { $right } 步。
drill-remedy-is = 排查到了：{ $cause }
drill-telling-title = 对顾客怎么说？
drill-saying-none = （什么也不说）
drill-told-right = 对顾客说得对。
drill-told-wrong = 对顾客说错了：{ $said }
drill-result = 结果
drill-worked = 办法选对了：{ $cause }
drill-harmed = 有一步会造成损失，这一场不算通过。
drill-failed = 还没好。试过的办法：{ $cause }
drill-goes-on = 还没好，指南接着往下问。
drill-tried-rightly = 这一步该试，只是毛病不止一处。
drill-tried-wrongly = 看到的情况不支持这个办法。
drill-continue = 继续
drill-share = { $part }：{ $points }
drill-cost = （{ $minutes } 分钟）
drill-not-right = （有错）
drill-how-scored = 怎么算分
drill-elsewhere = 这一场在另一个窗口里接着做了，这边做的不再保留。
drill-not-kept-why = 成绩没存下：{ $why }
drill-saved = 讲评已存到 { $path }
drill-plain-need-file = 在 e 后面写网页的文件名，例如 e 讲评.html。
drill-begin-exam = 现在开始考试吗？
drill-begin-other = 要开始另一个练习吗？
drill-begin-time = 限时 { $minutes } 分钟。中途离开也照样计时。
drill-begin-no-time = 不限时间。
drill-begin-back = 没有提示。答案可以改。
drill-begin-no-back = 没有提示，答案也不能改。
drill-begin-try = 计入课程：共 { $all } 次机会，这是第 { $number } 次。
drill-begin-counts = 计入课程。
drill-begin-passed = 课程里这一题你已经通过，成绩不会受影响。
drill-begin-spent = 课程里这一题的机会已经用完，这次不计入课程。
drill-begin-open = “{ $title }”还没做完。开始新的，它就算放弃。
drill-begin-open-exam = 考试“{ $title }”还没做完。开始新的，它就算放弃，并且用掉一次机会。
drill-begin-go-on = 接着做“{ $title }”
drill-begin-yes = 开始
drill-begin-no = 先不开始
drill-course-under-way = 还没做完
drill-leave = 这一场还没做完
drill-leave-how = 先离开也行：下次从这里接着做。考试的时间照走。
drill-leave-stay = 接着做
drill-leave-quit = 退出程序：这一场就没了
drill-leave-later = 先离开，以后接着做
drill-leave-give-up = 放弃，看讲评
drill-gave-up-other = 没做完的那一场算放弃了。
drill-only = 这是训练里用的。
drill-no-terminal = 训练要在终端里打开。逐行问答用 tilldoc train --plain。
drill-plain-choose = 输入 1 到 { $last } 选一个（{ $mode }）。m 换练习或考试，n 加姓名留成绩，? 帮助，q 退出。
drill-plain-course = 输入 1 到 { $last } 选一个，按考试算。a 看全部场景，n 加姓名，? 帮助，q 退出。
drill-plain-course-is = c 打开{ $course }。
drill-plain-entry = 输入 1 到 { $last }；屏幕上有代码或提示就输入 / 加上它。o 去看，s 再看场景，? 帮助。
drill-plain-keys = o 去看，t 提示，b 退一步，s 再看场景，g 放弃，? 帮助。
drill-plain-keys-exam = o 去看，s 再看场景，g 放弃，? 帮助。
drill-plain-enter = 按回车继续。
drill-plain-actions = 按先后输入编号，最多 { $most } 个，例如 2,1。
drill-plain-look = 输入 1 到 { $last } 去看一样，b 回去。
drill-plain-again = 再来一个：按回车看清单。e 加文件名：讲评存成网页。q 退出。
drill-plain-left = 先离开了，这一场还没做完。
drill-plain-help =
    数字：回答刚问的，或选一个
    o 去看    t 提示（练习时）  b 退一步  s 再看场景
    / 加文字：查代码或提示
    g 放弃，看讲评    l 换语言    q 退出
    不在一场里时：m 换练习或考试，c 课程，a 全部场景
    不在一场里时：n 加姓名或工号，例如 n 李伟
verb-end-drill = 放弃
drill-not-kept = 退出程序后成绩不保留。
drill-leave-lost = 先离开也行：不退出程序就能从这里接着做。考试的时间照走。
drill-plain-lost = 先离开了，这一场没做完，也接不上了。

## 程序自身的差错

store-defect = 程序出了差错，排查记录没法保存。
store-defect-help = 请先把摘要存成文件（e），再重新启动 tilldoc。
store-defect-brief = 程序出错

## 粘贴

notice-paste-cut = 这里最多 { $most } 个字，只留下了开头的部分。
notice-paste-nowhere = 这里没有可以粘贴的地方，什么也没有改动。

## 只能逐行显示的终端

error-dumb-terminal = 这个终端显示不了全屏界面（TERM=dumb）。请用：tilldoc plain
error-dumb-terminal-drill = 这个终端显示不了全屏界面（TERM=dumb）。请用：tilldoc train --plain
