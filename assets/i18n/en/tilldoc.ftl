# The program's own wording. Every id stands in every language; a test compares them.

app-for = Card terminal trouble
language-other = 中文
list-joint = {", "}
sentence-joint = {" "}
quoted = “{ $text }”

home-title = The card terminal does not work? Find out why, step by step.
home-resume = Go on where you were:
home-start = Something is wrong: say what you see
home-check-everything = Not sure: check everything in order
home-lookup = Look up a code or a message, or open a session code
home-language = 中文（换成中文）
home-help = Help: keys and marks
home-quit = Quit
home-money = Was a payment under way when it failed? Do not take it again before you know what became of it.

quit-ask = { $count ->
    [one] Quit? 1 answer or note is not saved in a file.
   *[other] Quit? { $count } answers and notes are not saved in a file.
}
quit-stay = Stay here
quit-save = Save the summary, then quit
quit-leave = Quit without saving
begin-ask = { $count ->
    [one] Start anew? 1 answer or note so far is not saved in a file.
   *[other] Start anew? { $count } answers and notes so far are not saved in a file.
}
begin-resume = Go on with the one under way
begin-save = Save its summary first
begin-anew = Start anew and drop them
overwrite-ask = { $path } is there already. Replace it?
overwrite-no = No, choose another name
overwrite-yes = Yes, replace it

picker-title = What do you see?
picker-nothing-fits = None of these: check everything in order

question-how = How to check
question-amount = Amount:
question-amount-is = It is { $amount }
question-code = Code:
question-code-unlisted = { $code }: the guide does not know this code
code-of = { $code } ({ $schemes }): { $meaning }
code-means = { $code }: { $meaning }
message-means = “{ $say }”: { $meaning }
question-ticks = Tick all that are true, then go on.
question-ticked = { $count ->
    [one] Go on with 1 tick
   *[other] Go on with { $count } ticks
}
question-before = (your answer before)

lookup-title = What does it show?
lookup-how = Type a code such as { $code }, words from the screen, or what you see. A few letters are enough. A session code that was read out to you opens here, too.
lookup-how-without-codes = Type words from the screen, or what you see. A few letters are enough. A session code that was read out to you opens here, too.
lookup-none = Nothing found. Try fewer words, or words as they stand on the screen; or go on by what you see.
lookup-pick = Say what you see
lookup-everything = Check everything in order
lookup-enter = Enter goes on from here.
lookup-field = Look up:
lookup-no-code = The guide does not know { $code }. Look again: 0 or O, 1 or I? If it is right, go on by what you see.
lookup-line = { $name } ({ $kind })
lookup-leads-to = Leads to: { $text }
found-code = code
found-message = on the screen
found-symptom = what you see
found-unsure-code = { $code }: can't tell which card it was
found-unsure-how = The sign is on the front of the card. If the customer has left, take this line.
found-asks = First question: { $ask }
retry-never = Do not charge this card again for this sale.
retry-after-fix = Check the last transaction first. Only if it was not paid and the cause is mended, try again.
retry-later = Check the last transaction first. Only if it was not paid, try again later.

remedy-do-now = { $minutes ->
    [one] Do now (about 1 minute)
   *[other] Do now (about { $minutes } minutes)
}
remedy-never = NEVER
remedy-call = Who acts, whom to call
remedy-who = Must act: { $who }
remedy-contact = Call: { $contact }. { $place }
remedy-have-ready = Have ready:
remedy-meanwhile = Take payment meanwhile
remedy-next-time = Next time
remedy-worked = Did it work?
remedy-reached = Has support taken over?
verdict-worked = Yes
verdict-failed = No
verdict-cant-try = Can't try now
verdict-reached = Yes
verdict-not-reached = Can't reach them
verdict-not-called = Not called yet
who-clerk = you, at the till
who-owner = the owner of the shop
who-cardholder = the customer
who-acquirer = the acquirer (the company your terminal is from)
who-issuer = the customer's bank
who-carrier = the network operator
who-vendor = the supplier of the terminal

end-solved = Solved.
end-solved-now = Look at the last transaction once more before you take the next payment.
end-escalated = Support has taken over.
end-escalated-now = Note their case number. Take payment another way until they are done.
end-given-up = You stopped here. Call support now.
end-given-up-now = Save the summary and read it to them: it has all you have tried.
end-unfinished = Not settled yet. Your answers stay here.
end-unfinished-now = Come back when you can try it, or call support with the summary.
end-cause = Cause: { $cause }
end-save = Save the summary for support
end-worked = I tried it: it works
end-failed = I tried it: it does not work, go on looking
end-reached = I have reached support: they have taken over
end-note = Write a note
end-review = See or change the answers
end-home = Home screen

review-title = Your answers. Choose one to change it.
review-none = There is no answer yet.
review-notes = Notes
review-changed = (changed)
review-kept = (kept)
review-unsure = (can't tell)

note-title = Note
note-how = Esc keeps it and goes back. Never write a full card number, CVV or PIN.

export-title = Save the summary for support
export-text = Plain text, to read or send
export-markdown = Markdown
export-json = JSON, for programs
export-html = Web page (HTML), to print or to open in a browser
export-safe = Card numbers are masked; CVV and PIN are removed.
export-where = Where to?
export-file = File:
export-save = Save
export-where-how = A name alone goes into the folder where tilldoc was started.

help-title = Help
help-how = Say what you see, answer by the number in front, and do what the remedy says. Nothing is sent anywhere.
help-keys = Keys: the same on every screen
help-marks = Marks of the steps
help-mouse-on = The mouse works on the lines. To select text with it, turn it off.
help-mouse-off = The mouse is off: it selects text as usual.
key-left = Left
key-right = Right
key-up = Up
key-down = Down
key-space = Space
verb-number = choose
verb-choose = choose
verb-back = back
verb-up = cursor up
verb-down = cursor down
verb-page-up = page up
verb-page-down = page down
verb-first = to the top
verb-last = to the end
verb-lookup = look up
verb-note = note
verb-review = answers
verb-export = save
verb-drawing = drawing
verb-give-up = call support
verb-language = 中文
verb-mouse = mouse on/off
verb-help = help
verb-quit = quit
verb-suspend = to the shell, fg comes back
step-to-do = not looked at yet
step-here = being looked at
step-fine = in order
step-fault-found = fault found
step-not-needed = not needed

far-questions = about { $questions ->
    [one] 1 question left,
   *[other] { $questions } questions left,
}
far-minutes = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
far-short = about { $questions ->
    [one] 1 question
   *[other] { $questions } questions
}, { $minutes } min
customer = Say to the customer: “{ $text }”
more-above = more above: PgUp
more-below = more below: PgDn
too-small = This window is too small. tilldoc needs { $width } columns and { $height } rows; now it has { $now_width } and { $now_height }. Make it larger, or run: tilldoc plain

notice-no-session = There is nothing yet: start first.
notice-no-drawing = There is no drawing here.
notice-mouse-on = The mouse works on the lines.
notice-mouse-off = The mouse is off; it selects text as usual.
notice-refused = That does not fit here. Nothing was changed.
notice-saved = Saved: { $path }
notice-dropped = { $count ->
    [one] 1 later answer no longer fits and was dropped: { $names }.
   *[other] { $count } later answers no longer fit and were dropped: { $names }.
}
notice-kept = { $count ->
    [one] 1 later answer was kept: { $names }.
   *[other] { $count } later answers were kept: { $names }.
}
notice-note-kept = The note is kept.
notice-note-masked = The note is kept. Card data must not be stored: { $what }.
notice-name-masked = { $saved } There was card data in the name: { $what }.
notice-paste-masked = Card data must not be stored: { $what }.
card-data-number = of the card number only the first 6 and last 4 digits stay
card-data-track = the magnetic stripe is left out
card-data-security-code = the security code is left out
card-data-pin = the PIN or password is left out
card-data-expiry = the expiry date is left out

error-no-terminal = This is not a terminal. Use: tilldoc plain
error-terminal = The window, or what is read and written, failed: { $why }

save-exists = There is a file of that name already: { $path }
save-no-file = That can't be written to as a file. Type a name such as summary.txt. { $path }
save-no-folder = There is no such folder. Choose another one, or make it first: { $path }
save-upwards = A name with .., or in a linked folder, leads out of this folder. Type the whole path to another folder: { $path }
save-device = Windows keeps this name for a device, so no file can have it. Choose another name: { $path }
save-denied = You may not write there. Choose another folder: { $path }
save-full = The disk is full. Choose another disk, or make room; nothing is lost here. { $path }
save-other = That can't be written: { $why }. Choose another place. { $path }

# ---- what is kept: journal, history, figures ----

store-no-home = This computer has no home folder for this account, so sessions can't be kept.
store-no-home-help = Give a folder by --data DIR.
store-not-folder = Sessions are kept in a folder, and this is none: { $path }
store-not-folder-help = Move that file away, or give another folder by --data DIR.
store-open-to-all = Sessions are not kept where anybody on this computer may write: { $path }
store-open-to-all-help = Let only your own account write there (chmod 700), or give another folder by --data DIR.
store-not-writable = Sessions can't be kept there ({ $why }): { $path }
store-not-writable-help = Make the folder writable for your account, or give another one by --data DIR.
store-read-only = Sessions can't be kept: this file may only be read: { $path }
store-read-only-help = Allow writing to it, or give another folder by --data DIR.
store-full = The disk is full, so sessions can't be kept: { $path }
store-full-help = Make room on that disk, or give a folder on another one by --data DIR.
store-locked = Another program has been holding the kept sessions for long: { $path }
store-locked-help = Close other windows of tilldoc, and programs that copy or scan this file.
store-slow = The disk does not answer, so nothing more is kept until it does: { $path }
store-slow-help = Wait a moment. If that does not help, save this session in a file in another place.
store-newer = A newer tilldoc made this file, and this one does not know it: { $path }
store-newer-help = Use the newer tilldoc, or give another folder by --data DIR. The file was not touched.
store-foreign = This file is not from tilldoc: { $path }
store-foreign-help = Give another folder by --data DIR. The file was not touched.
store-damaged = The kept sessions are damaged: { $path }
store-damaged-help = Quit tilldoc in all windows and come back: it sets the file aside and reads what it can.
store-gone = The file with the kept sessions was moved or deleted: { $path }
store-gone-help = Put it back, or quit tilldoc and come back.
store-other = Sessions can't be kept: { $why }. { $path }
store-other-help = Quit tilldoc and come back, or give another folder by --data DIR.
store-no-home-brief = no home folder
store-not-folder-brief = no folder
store-open-to-all-brief = anybody may write there
store-not-writable-brief = no writing there
store-read-only-brief = the file may only be read
store-full-brief = the disk is full
store-locked-brief = held by another program
store-slow-brief = the disk does not answer
store-newer-brief = made by a newer tilldoc
store-foreign-brief = not a file of tilldoc
store-damaged-brief = the file is damaged
store-gone-brief = the file is gone
store-other-brief = the disk failed
store-mended = { $count ->
    [0] The kept sessions were damaged, and none could be read any more. The file is set aside: { $path }
    [one] The kept sessions were damaged. The file is set aside, and 1 session could be read from it: { $path }
   *[other] The kept sessions were damaged. The file is set aside, and { $count } sessions could be read from it: { $path }
}
store-view = Sessions can only be read here: { $why }

lost-title = The guide has changed since this session. These no longer fit:
lost-answer = “{ $question }”: { $answer }
lost-worked = “{ $remedy }”: it worked
lost-failed = “{ $remedy }”: it did not work
lost-cant-try = “{ $remedy }”: it could not be tried
lost-tick = “{ $remedy }”: done: { $action }
lost-ticks = “{ $remedy }”: something was done
lost-looked-up = looked up: { $entry }

history-number = No.
history-began = Began
history-outcome = Outcome
history-step = Step
history-entry = Way in
history-remedy = Last remedy
history-terminal = Terminal
outcome-solved = solved
outcome-escalated = support
outcome-given-up = given up
outcome-unfinished = open
history-none = No session is kept that fits this.
history-more = There are more: add --before { $id }
history-no-session = There is no session { $id }. tilldoc history lists them.
history-other-guide = Session { $id } was made with another guide ({ $guide }). Give its folder by --guide DIR.
history-no-way-in = The guide no longer has the way in of session { $id }: it can't be shown any more.
history-support = What support said
history-noted = Written down.
history-noted-masked = Written down. Card data must not be stored: { $what }.
history-note-blank = There is nothing to write down.
history-forgotten = { $count ->
    [0] Nothing was forgotten: no session is that old.
    [one] 1 session is forgotten; nothing of it is left.
   *[other] { $count } sessions are forgotten; nothing of them is left.
}
history-forgotten-later = { $count ->
    [one] 1 session is forgotten. The last of it leaves the disk when the other tilldoc window is closed.
   *[other] { $count } sessions are forgotten. The last of them leaves the disk when the other tilldoc window is closed.
}
history-aside = A damaged file that was set aside may hold forgotten sessions. Delete it once you need it no more: { $path }

stats-all = All sessions
stats-symptoms = What failed
stats-remedies = What was tried
stats-questions = Where people could not tell
stats-months = By month
stats-terminals = By terminal
stats-month = Month
stats-question = Question
stats-remedy = Remedy
stats-sessions = Sessions
stats-median = Minutes
stats-shown = Shown
stats-worked = Worked
stats-failed = Failed
stats-cant-try = Not tried
stats-answered = Answered
stats-unsure = Can't tell
stats-no-terminal = (not said)
stats-minutes-how = Minutes: the median from the beginning to what settled it, or to the answer whether a remedy worked.
stats-more = { $count ->
    [one] 1 more line: --csv has all
   *[other] { $count } more lines: --csv has all
}

# Clipboard and QR code
verb-copy = copy
verb-qr = QR code
export-copy = Copy it to the clipboard
export-qr = Show it as a QR code
notice-copied = Copied: paste it into the chat.
notice-copied-unsure = Handed to the terminal for copying. If pasting gives nothing, press e to save a file.
notice-not-copied = This terminal can not copy. Press e to save a file.
qr-whole = Scan it with a phone: it is the whole summary.
qr-part = Scan it with a phone. The summary is too long: this is what matters most.
qr-none = The window is too small for a QR code.

# The screens of history and figures
home-history = Earlier sessions: search, go on, what support said
home-stats = Figures: what fails, what helps
verb-filter = filter
verb-show-all = show all
verb-support = support said
history-all = all
history-none-all = { $key } shows all.
history-looking = Looking...
history-still-looking = Still looking: choose when the list is there.
history-not-written = Not written down: { $why }. Esc once more leaves; the text stays here until the program ends.
history-unwritten = Not written down. The text is still there when you open this page again.
history-writing = It is being written down, one moment.
filters-title = Filter
filters-none = No filter: all are shown
filters-line = Filter: { $what }
filters-and = {"; "}
filters-days = When
filters-today = today
filters-week = last 7 days
filters-month = last 30 days
filters-now = (now)
filters-clear = No filter, show all
filters-no-terminal = No session says yet which terminal it is about.
stats-more-screen = { $count } more: tilldoc stats --csv has them all
stats-counting = Counting. With many sessions this takes a moment; Esc goes back.
history-show-more = Earlier ones
history-go-on = Go on with this one
history-reopened = This goes on from the answers of that time. Has a payment failed just now? Say so at the home screen first, and do not charge again before it is clear.
history-failed-later = It failed again later: look further
history-support-failed = Support did not solve it: look further
history-add-support = Write down what support said
history-gone = This session is not kept any more.
stats-none = No session is kept yet.
stats-took = { $minutes } min

# Whether what happens is kept
not-kept = Not kept: { $why }
not-kept-export = Not kept: { $why }. { $key } saves it in a file
mark-kept = kept
mark-soon = keeping
mark-no = not kept
notice-note-added = The note is added.
notice-note-added-masked = The note is added. Card data must not be stored: { $what }.
keeping-still = Still keeping the last answers: the disk is slow. Please wait.
keeping-failed = The last answers are not kept. { $why }
notice-kept-again = It is kept again, with everything from before.
notice-nothing-open = No session is open still.
home-resume-when = { $when }, { $step }

plain-not-kept = [Not kept on disk: { $why }. e summary.txt saves it in a file.]
plain-not-yet = it takes long
plain-session-kept = { $count ->
    [one] Your session with 1 answer is still here: b goes back to it. A new choice closes it; it stays in the history.
   *[other] Your session with { $count } answers is still here: b goes back to it. A new choice closes it; it stays in the history.
}
plain-kept-again = [Kept on disk again; nothing is missing.]
plain-bye-kept = This session is kept as number { $id }. To see it: tilldoc history show { $id }


# ---- findings of `tilldoc guide check`: what is wrong, and how to mend it ----

finding-error = error
finding-warning = warning
finding-help = help
finding-first-here = the first one
finding-did-you-mean = did you mean “{ $name }”?
finding-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
finding-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
finding-files = { $count ->
    [one] 1 file
   *[other] { $count } files
}
finding-summary = { $findings } in { $files }
finding-summary-none = nothing to mend in { $files }
finding-more = { $count ->
    [one] 1 more finding is not shown: mend these first
   *[other] { $count } more findings are not shown: mend these first
}

finding-syntax-unquoted = this text has no straight quotes around it
finding-syntax-unquoted-help = write it between straight double quotes: "…"
finding-syntax-capitals = this is neither true nor false
finding-syntax-capitals-help = write true or false, in small letters and without quotes
finding-syntax-unclosed-text = this text does not end
finding-syntax-unclosed-text-help = put a straight double quote " at its end, on the same line
finding-syntax-bad-escape = this backslash stands before nothing that it could stand for
finding-syntax-bad-escape-help = write a backslash as \\, or put the text between single quotes
finding-syntax-no-equals = there is no = after this key
finding-syntax-no-equals-help = write key = value on one line; a key has no blanks in it
finding-syntax-no-value = a value is missing here
finding-syntax-no-value-help = write one after the =, or leave the line out
finding-syntax-bad-number = this is no number
finding-syntax-bad-number-help = write numbers as 1 or 0.5, and put text between straight double quotes
finding-syntax-duplicate-key = this key is written twice in one table
finding-syntax-duplicate-key-help = keep one of the two, or begin a new table with its own heading
finding-syntax-bad-key = a key has characters that it may not have
finding-syntax-bad-key-help = write keys with a-z, 0-9, _ and -
finding-syntax-unclosed-list = this list does not end
finding-syntax-unclosed-list-help = put ] after its last entry
finding-syntax-unclosed-table = this table in braces does not end
finding-syntax-unclosed-table-help = put {"}"} after its last key
finding-syntax-unclosed-heading = this heading does not end
finding-syntax-unclosed-heading-help = write a heading as [[question]] on a line of its own
finding-syntax-missing-comma = a comma is missing here
finding-syntax-missing-comma-help = put a comma between two entries
finding-syntax-wide-comma = this comma is a Chinese one
finding-syntax-wide-comma-help = between two entries, write the plain one: ,
finding-syntax-quote-in-text = the text ends at the quote before this
finding-syntax-quote-in-text-help = within a text write “ and ”, or \" for a straight quote
finding-syntax-extra-comma = this comma is one too many
finding-syntax-extra-comma-help = leave it out
finding-syntax-other = this is no TOML: { $message }
finding-syntax-other-help = compare it with the examples in docs/guide-format.md

finding-no-guide-file = no file says what this guide is
finding-no-guide-file-help = add a guide.toml with format, id, version, languages, title and the steps
finding-unsupported-format = this version does not read guides of format { $found }
finding-unsupported-format-help = write format = 1, or use a newer version of tilldoc
finding-unknown-key = there is no key “{ $key }” here
finding-unknown-key-help = leave it out; docs/guide-format.md lists the keys of guides, docs/profile.md those of the shop's own files
finding-head-key-elsewhere = “{ $key }” belongs in guide.toml
finding-head-key-elsewhere-help = move it there, or leave it out
finding-wrong-type = “{ $key }” takes { $wanted ->
    [string] a text in quotes
    [number] a number
    [boolean] true or false
    [list] a list
    [table] a table
    [text] a text in every language
   *[tables] a list of tables
}, and this is { $found ->
    [string] a text in quotes
    [number] a number
    [boolean] true or false
    [date] a date
    [list] a list
   *[table] a table
}
finding-wrong-type-help = { $wanted ->
    [string] write it in quotes: "…"
    [number] write the bare number, without quotes: 1.5
    [boolean] write true or false, without quotes
    [list] write it in square brackets: ["…", "…"]
    [table] write it in braces: {"{"} … {"}"}
    [text] write every language in braces: {"{"} en = "…" {"}"}
   *[tables] write every entry in braces, all in square brackets, or each under a [[heading]]
}
finding-missing-key = { $table ->
    [answer] this answer lacks { $keys }
    [action] this action lacks { $keys }
    [legend] this mark lacks { $keys }
   *[other] { $table } lacks { $keys }
}
finding-missing-key-help = add { $lines }
finding-unknown-word = “{ $key }” can't be “{ $word }”
finding-unknown-word-help = write one of these: { $known }
finding-bad-number = “{ $key }” takes { $wanted ->
    [minutes] a number of minutes, 0 or more
    [weight] a number above 0
    [days] a whole number of days
    [count] a whole number, 1 or more
    [mark] points from 0 to 100
    [repeats] a whole number, 0 or more
   *[amount] an amount with at most two decimals
}
finding-bad-number-help = { $wanted ->
    [minutes] write the minutes as 1 or 0.5
    [weight] write common, sometimes or rare in quotes, or a weight such as 5
    [days] write the days as 365
    [count] write the number as 12
    [mark] write the points as 80
    [repeats] write the number as 2, or leave the key out for as many as one likes
   *[amount] write the amount as 1000 or 99.50
}
finding-bad-id = “{ $id }” can't be a name
finding-bad-id-help = write names with a-z, 0-9, -, _ and full stops, and begin with a letter or a digit
finding-bad-code = “{ $code }” is not written as terminals show codes
finding-bad-code-help = write two characters, capitals and digits
finding-bad-code-normal-help = write “{ $normal }”
finding-card-data = this text holds a card number, a PIN or the like
finding-card-data-help = leave it out, or write stars; the wizard shows it masked
finding-no-languages = the guide has no language
finding-no-languages-help = name at least one, as in languages = ["en"]
finding-unknown-language = the guide has no language “{ $tag }”
finding-unknown-language-help = use { $languages }, or add the language to languages in guide.toml
finding-missing-language = this text is missing in { $missing }
finding-missing-language-help = add { $missing } to it
finding-empty-text = this text is empty
finding-empty-text-help = write something, or leave the key out
finding-control-character = this text contains the control character { $character }
finding-control-character-help = leave it out; a text is one paragraph without line breaks and tabs
finding-invisible-character = this text contains the invisible character { $character }
finding-invisible-character-help = leave it out; such characters often come with copied text
finding-misplaced-key = “{ $key }” belongs to questions of the kind { $kind }
finding-misplaced-key-help = leave it out, or write kind = "{ $kind }" in the question
finding-two-roles = an answer can't be both “{ $first }” and “{ $second }”
finding-two-roles-help = keep one of them, or make two answers

finding-unknown-name = { $what ->
    [node] no question or remedy has the id “{ $name }”
    [step] no step has the id “{ $name }”
    [group] no group has the id “{ $name }”
    [contact] no contact has the id “{ $name }”
    [scheme] no scheme has the id “{ $name }”
    [fact] no fact has the id “{ $name }”
    [scenario] no scenario has the id “{ $name }”
   *[drawing] no drawing has the id “{ $name }”
}
finding-unknown-name-help = { $what ->
    [node] correct the name, or add a [[question]] or [[remedy]] with it
    [step] correct the name, or add a [[step]] with it
    [group] correct the name, or add a [[group]] with it
    [contact] correct the name, or add a [[contact]] with it
    [scheme] correct the name, or add a [[scheme]] with it
    [fact] correct the name, or add a [[fact]] with it
    [scenario] correct the name; tilldoc train list shows all of them
   *[drawing] correct the name, or add a [[drawing]] with it
}
finding-duplicate-id = { $what ->
    [node] another question or remedy has the id “{ $id }”
    [step] another step has the id “{ $id }”
    [group] another group has the id “{ $id }”
    [symptom] another symptom has the id “{ $id }”
    [contact] another contact has the id “{ $id }”
    [drawing] another drawing has the id “{ $id }”
    [code] the code { $id } is listed twice
    [answer] another answer of this question has the id “{ $id }”
    [action] another action of this remedy has the id “{ $id }”
    [scheme] another scheme has the id “{ $id }”
    [message] another message has the id “{ $id }”
    [fact] another fact has the id “{ $id }”
    [not-used] the fact “{ $id }” is left out twice
    [terminal] another terminal has the number “{ $id }”
    [case] another path case has the id “{ $id }”
    [scenario] another scenario has the id “{ $id }”
    [sight] this scenario has another fact for the question { $id }
   *[language] the language “{ $id }” is listed twice
}
finding-duplicate-id-help = { $what ->
    [code] keep one of the two, or give one another scheme
    [language] leave it out
    [terminal] leave one of the two out, or correct its number
    [not-used] leave one of the two out
    [sight] leave one of the two out
   *[other] give one of the two another id
}
finding-unreachable = nothing leads to “{ $id }”
finding-unreachable-help = let an answer, a code or a remedy lead to it, or leave it out
finding-cycle = this leads back in a circle: { $circle }
finding-cycle-help = let one of these lead on to something new, in the end to a remedy that is the last resort
finding-cycle-long = { $beginning } -> … ({ $length } in all) … -> { $end }
finding-no-answers = the question “{ $id }” has no answers
finding-no-answers-help = add answers = [ … ], with one for those who can't tell
finding-no-unsure = who can't tell has no answer to “{ $id }”
finding-no-unsure-help = add an answer with unsure = true, or say in no_unsure = "…" why none is needed
finding-too-many-answers = a question has at most 9 answers, one a digit, and this one has { $count }
finding-too-many-answers-help = put some together, or ask in two questions
finding-limits-not-ascending = this limit is not above the ones before it, so it is never reached
finding-limits-not-ascending-help = put the limits in rising order, and the answer without up_to after them
finding-amount-rest = an amount question has exactly one answer for all larger amounts, and this one has { $count }
finding-amount-rest-help = leave up_to out of one answer, and of one only
finding-ticks-none = a ticks question has exactly one answer for nothing ticked, and this one has { $count }
finding-ticks-none-help = write none = true in one answer
finding-code-other = a code question has exactly one answer for codes that are not listed, and this one has { $count }
finding-code-other-help = write other = true in one answer
finding-code-plain-answer = nobody can choose this answer: a code question is answered by typing a code
finding-code-plain-answer-help = write other = true or unsure = true in it, or leave it out
finding-no-codes = the question asks for a code, and the guide lists none
finding-no-codes-help = add the codes, each as a [[code]]
finding-no-actions = the remedy “{ $id }” does nothing
finding-no-actions-help = add actions = [ … ], the quickest first
finding-too-many-actions = a remedy has at most 6 actions, one a digit, and this one has { $count }
finding-too-many-actions-help = put some together, or make a second remedy to which if_failed leads
finding-no-way-on = the remedy “{ $id }” leads nowhere when it fails
finding-no-way-on-help = add if_failed = "…", or escalation = true where it is the last resort
finding-two-ways-on = the remedy “{ $id }” is a last resort and leads on all the same
finding-two-ways-on-help = leave out if_failed or escalation
finding-no-steps = the guide has no steps
finding-no-steps-help = add the parts of its checklist, each as a [[step]]
finding-no-symptoms = the guide has no symptoms, so there is no way in
finding-no-symptoms-help = add what people see first, each as a [[symptom]]
finding-symptom-without-remedy = no remedy is ever reached from the symptom “{ $id }”
finding-symptom-without-remedy-help = let its questions lead to a remedy
finding-step-without-gate = “check everything” can't ask about the step “{ $id }”
finding-step-without-gate-help = add gate = "…", the question that asks whether the step is in order
finding-gate-not-question = “{ $id }” is a remedy, and this takes a question
finding-gate-not-question-help = name the question that asks whether all is in order
finding-gate-off-path = “check everything” does not come by the gate “{ $id }”
finding-gate-off-path-help = let the gate before it, or what follows that one, lead to it
finding-drawing-not-ascii = the plain form of a drawing contains “{ $character }”, which is not ASCII
finding-drawing-not-ascii-help = draw it with characters such as + - | / \ and letters
finding-no-code-unsure = the code { $code } means different things on different cards, and who can't tell the card has no way on
finding-no-code-unsure-help = add code_unsure = "…" to guide.toml, the question or remedy that is right whatever the code means
finding-fact-not-used = nothing rests on the fact “{ $id }”
finding-fact-not-used-help = name it in the sources of what it is about, or add a [[not_used]] with the reason
finding-fact-used-after-all = the fact “{ $id }” is said to be left out, and something rests on it
finding-fact-used-after-all-help = leave this [[not_used]] out
finding-fact-without-entry = { $kind ->
    [code] no [[code]] rests on the fact “{ $id }”
   *[message] no [[message]] rests on the fact “{ $id }”
}
finding-fact-without-entry-help = { $kind ->
    [code] name it in the sources of a [[code]]
   *[message] name it in the sources of a [[message]]
}
finding-case-way-in = a path case or a scenario has exactly one way in, and this one has { $count }
finding-case-way-in-help = write one of symptom = "…", code = "…", message = "…" and everything = true
finding-case-no-way-in = the path case “{ $case }” begins nowhere: the guide has no such symptom, message or code
finding-case-no-way-in-help = correct the name; write a code that means different things with its scheme, as in "51 visa"
finding-case-no-answer = the path case “{ $case }” answers “{ $answer }” at “{ $node }”, and there is no such answer
finding-case-choose-help = write one of its answers: { $known }
finding-case-no-answer-help = write the id of an answer; where it asks for one, an amount, or a code (with its scheme if it means different things); at a remedy, worked or failed
finding-case-ends-at = the path case “{ $case }” ends at the question “{ $node }”
finding-case-ends-at-help = add the answers that lead on from there
finding-case-elsewhere = the path case “{ $case }” reaches “{ $node }” instead
finding-case-elsewhere-help = mend the way, or write what is reached now if that is right

# ---- a guide's folder that can't be loaded ----

load-not-found = there is no folder { $path }
load-not-found-help = Check the spelling. The folder of a guide contains a guide.toml.
load-not-folder = { $path } is not a folder
load-not-folder-help = Name the folder that contains guide.toml.
load-unreadable = { $path } can't be read: { $reason }
load-unreadable-help = Check that the file is there and that you may read it.
load-not-utf8 = { $path }: line { $line } is not UTF-8
load-not-utf8-help = Save the file with the encoding UTF-8.
load-no-guide-file = { $path } contains no guide.toml
load-no-guide-file-help = Name the folder that contains it.
load-too-big = { $path } is larger than { $most } MiB
load-too-big-help = Cut it in several files: any *.toml in the folder belongs to the guide.
load-too-big-in-all = the files in { $path } have more than { $most } MiB together
load-too-many = { $path } contains more than { $most } TOML files
load-too-many-help = Put the guide in a folder of its own.


# The summary of a session.
summary-title = { $guide }: summary for support
summary-field = { $label }: { $value }
summary-began = Began
summary-ended = Ended
summary-until = So far until
summary-guide = Guide
summary-program = Program
summary-code = Session code
summary-code-aloud = Read aloud
summary-entry = Way in
summary-entry-everything = Check everything, step by step
summary-entry-code = Code { $code }
summary-outcome = Outcome
summary-outcome-solved = Solved
summary-outcome-escalated = Handed over to support
summary-outcome-given-up = Given up
summary-outcome-unfinished = Not finished
summary-must-act = Who must act
summary-who-clerk = The person at the till
summary-who-owner = The owner of the shop
summary-who-cardholder = The customer whose card it is
summary-who-acquirer = The company that takes the shop's card payments
summary-who-issuer = The bank that gave the customer the card
summary-who-carrier = The mobile network operator or internet provider
summary-who-vendor = The maker or supplier of the terminal
summary-answers = Answers
summary-unsure = can't tell
summary-changed = changed; before: { $before }
summary-kept = kept when an earlier answer changed
summary-remedies = Remedies
summary-result = Worked
summary-open = Not answered yet
summary-verdict-worked = Yes
summary-verdict-failed = No
summary-verdict-cant-try = Can't try it now
summary-handover-worked = Yes, support has taken over
summary-handover-failed = No, support could not help
summary-handover-cant-try = Support can't be reached now
summary-call = Call
summary-number = Where the number is
summary-have-ready = Have ready
summary-left = no longer where the answers lead
summary-looked-up = Looked up
summary-notes = Notes
summary-dropped = Answers dropped when an earlier one changed

# plain

plain-title = tilldoc: { $guide }
plain-word-code = code
plain-session-waits = { $count ->
    [one] Your session with 1 answer is still here: b goes back to it. A new choice drops it.
   *[other] Your session with { $count } answers is still here: b goes back to it. A new choice drops it.
}
plain-type-symptom =
    Type a number from 1 to { $last }. For a code or words on the screen, type a slash before it: { $examples }
    h lists all again, l { $language }, ? help, q quit.
plain-type-number = Type a number from 1 to { $last }.
plain-type-ticks = Type the numbers of all that are true, for example 1 or 1,2.
plain-type-amount = Type the amount in digits, for example 100 or 99.50, or a letter from above.
plain-type-code = Type the two characters of the code, for example 51 or A0, or a letter from above.
plain-type-remedy = Type a number from 1 to { $last }. t 1 ticks off what is done. b back, h all of this again, g call support, ? help.
plain-type-overwrite = Type y to replace it, n to keep it.
plain-hint = { $what } { $keys }
plain-keys = b back, ? help.
plain-keys-how = h how to check, b back, ? help.
plain-answered = You answered: { $text }
plain-before = Your answer before: { $text }
plain-far = About { $questions ->
    [one] 1 question
   *[other] { $questions } questions
} left, { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}.
plain-change = Answer { $number } again. b leaves it as it was.
plain-unchanged = Nothing was changed.
plain-found = { $number }. { $name } ({ $kind })
plain-scheme = Several card companies have the code { $code }. Which one is it?
plain-unknown = That is no answer here. ? lists all commands.
plain-no-code = A code has two characters, for example 51 or A0. ? lists all commands.
plain-no-amount = That is no amount: type digits only, for example 100 or 99.50. ? lists all commands.
plain-alone = “{ $text }” can't go together with others: type its number alone.
plain-no-how = There is nothing more on how to check.
plain-at-start = Nothing comes before this.
plain-need-answer = Type c and the number of an answer, for example c 1. r lists the answers.
plain-need-note = Type n and the note, for example: n The lights are red
plain-need-file = Type e and a name that ends in one of { $endings }, for example: e summary.txt
plain-need-action = Type t and the number of an action from 1 to { $last }, for example t 1.
plain-not-replaced = The file was left as it is. Nothing was saved.
plain-customer = Say to the customer
plain-review = Your answers. c and a number changes one, for example c 1.
plain-next =
    What next?
    e summary.txt: save the summary for support
    b: one step back
    r: see or change the answers
    s: something else is wrong, start anew
    q: quit
plain-example = timed out
plain-help =
    Type what is asked for and press Enter. These work everywhere:
    b: one step back
    h: how to check; elsewhere, the whole page again
    u: can't tell
    / and a code or words: look it up, as in { $examples }
    r: your answers with their numbers
    c 1: change answer 1
    n and a text: write a note. Never write a full card number, CVV or PIN
    e summary.txt: save the summary for support ({ $endings })
    t 1: tick off action 1 of a remedy, or take the tick away
    g: stop here and call support
    s: start anew
    l: 中文
    ?: this help
    q: quit
plain-input-ended = The input has ended.
plain-bye-nothing = Nothing was answered, so there is nothing to keep.
plain-bye-saved = The summary is in { $path }.
plain-bye-partly = The summary is in { $path }, but not what came after it was saved.
plain-bye-lost = { $count ->
    [one] This session (1 answer) was not saved in a file and is gone.
   *[other] This session ({ $count } answers) was not saved in a file and is gone.
}
notice-note-cut = A note takes { $most } characters at most; the rest was not kept. Write a second one.
error-language = There is no language { $tag }. There are: { $all }

# ---- the shop: its profile, its terminals, notices, what happened before ----

home-setup = Shop details: terminals, phone numbers

setup-title = Shop details
setup-how = Filled in once, they save you looking for numbers when something fails. F5 saves.
setup-shop = Shop
setup-merchant-number = Merchant number
setup-terminal = Terminal
setup-terminal-heading = Terminal { $number }
setup-number = Terminal number
setup-model = Model
setup-connection = Goes online by
setup-place = Where it stands
setup-phones = Telephone numbers
setup-more = What else support asks
setup-label = What they ask
setup-value = Answer
setup-add-terminal = Add a terminal
setup-remove-terminal = Remove this terminal
setup-add-more = Add something else that support asks
setup-remove-more = Remove this
setup-save = Save
setup-hint-merchant-number = 15 digits, MID on the slip
setup-hint-number = 8 digits, TID on the slip
setup-hint-connection = Left and Right change it
setup-hint-place = for example: till 2
setup-hint-label = for example: contract number
setup-connection-none = not given
setup-leave-ask = The shop details are not saved yet.
setup-leave-save = Save them
setup-leave-drop = Leave without saving
setup-leave-stay = Stay in the form
setup-file = File: { $path }
setup-empty = Nothing is filled in yet. Run: tilldoc setup
notice-setup-wrong = Not saved yet. { $field }: { $flaw }.
notice-set-aside = The old file had mistakes; it is kept as { $path }
error-no-terminal-setup = This is not a terminal, so there is no form. Edit { $path }, or see what it says: tilldoc setup --show
save-no-config-folder = This system has no folder for configurations. Name one: --config DIR
own-file-wrong = { $path }, line { $line }: { $why }. { $count ->
    [one] It is left out
   *[other] { $count } mistakes are left out
}; tilldoc setup --show lists all.
own-file-unread = { $why }. The wizard goes on without it.

connection-sim = SIM card
connection-wifi = Wi-Fi
connection-cable = network cable
connection-base = base
connection-phone-line = phone line
connection-pc = till computer
connection-bluetooth = Bluetooth
contact-acquirer = Acquirer
contact-vendor = Terminal supplier
contact-carrier = SIM operator
contact-isp = Internet provider
contact-issuer = Card's bank
contact-owner = Shop owner
contact-phone = { $contact }, { $number }

terminals-title = Which terminal is it?
terminals-other = Another one, or can't tell

remedy-contact-number = Call: { $contact }
remedy-again = { $count } times in 30 days this terminal has ended here ({ $dates }). The same again will not cure it. Ask for repair or a replacement: { $contact }.
from-profile-one = “{ $ask }”: { $said }
notice-from-profile = From the shop details: { $answers } (r: change it)
review-from-profile = (from the shop details)

notice-shown = Notice: { $text }
notice-unknown-name = config.toml: a notice names “{ $name }”, and the guide has nothing of that name. It is shown on the home screen only.

summary-shop = Shop
summary-merchant-number = Merchant number
summary-terminal = Terminal
summary-phone = Telephone ({ $contact })
summary-from-profile = from the shop details
summary-recurred = { $count } times in 30 days at this remedy: { $dates }

flaw-digit-count = { $wanted } digits needed, { $found } so far
flaw-digit-count-help = look at the slip: it has { $wanted } digits
flaw-not-digit = “{ $character }” is no digit
flaw-not-digit-help = write digits only; blanks and dashes between them do no harm
flaw-not-phone = no phone number has “{ $character }”
flaw-phone-length = { $found ->
    [one] 1 digit is no phone number
   *[other] { $found } digits are no phone number
}
flaw-phone-help = write it as it is dialled, for example 400-820-5555
flaw-card-data = looks like card data; must not be kept
flaw-card-data-help = take it out of the file: card numbers, PINs and passwords are never kept
flaw-too-long = { $most } characters at most
flaw-too-long-help = shorten it to { $most } characters
flaw-too-short = { $fewest } characters at least
flaw-too-short-help = make it { $fewest } characters or longer
flaw-too-wide = too long: { $most } letters or { $half } Chinese characters at most
flaw-too-wide-help = shorten it
flaw-not-iri = no web address and no other IRI
flaw-not-iri-help = write the whole address of the learning system, with https:// and without #
flaw-twice = the same as above
flaw-twice-help = leave one of the two out
flaw-missing = must be filled in
flaw-missing-help = write something, or leave the whole entry out

finding-bad-value = “{ $key }”: { $flaw }
finding-bad-time = “{ $key }” takes a date, with or without a time
finding-bad-time-help = write it as 2026-11-23T16:00:00, with +08:00 behind it where the zone matters
finding-notice-reversed = this notice ends before it begins
finding-notice-reversed-help = let until be later than from
finding-profile-answer-alone = this answer says what it means in the profile, and its question does not ask the profile
finding-profile-answer-alone-help = write profile = "connection" in the question, or leave profile out of the answer
finding-profile-without-answer = this question asks the profile, and none of its answers says what it means there
finding-profile-without-answer-help = write in the answers which ones they are, as in profile = ["wifi"]
finding-profile-twice = “{ $name }” stands at two answers of one question
finding-profile-twice-help = leave it at one of them

# The session code.
session-code-letters = Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel Juliett Kilo Mike November Papa Quebec Romeo Sierra Tango Victor Whiskey X-ray Yankee Zulu
session-code-not-one = That is no session code. One looks like K7QM-2XFA-9D3T: groups of four letters and digits.
session-code-no-such-character = Session codes have no { $character }. Ask for the code once more, group by group.
session-code-wrong = A character is wrong, missing or in the wrong place. Ask for the code once more, group by group.
session-code-wrong-in-group = A character is wrong, most likely in group { $group }. Ask for that group once more.
session-code-other-guide = This code is of another guide or another version of it: it begins with { $theirs }, and codes of { $guide } { $version } begin with { $ours }. Use that guide, or ask for the summary.
session-code-no-session = No session of this guide has that code. Ask for it once more, group by group.

# Sessions that come from elsewhere: a file, a code.
import-no-file = There is no file { $path }.
import-unreadable = { $path } can't be read: { $why }
import-not-text = { $path } is no text file. Take the file that ends in .json.
import-too-large = The file is too large to be a summary. Take the file that was saved as JSON, ending in .json.
import-not-json = The file is no JSON (line { $line }). Take the file that ends in .json, unchanged.
import-not-ours = The file is JSON, but no summary of tilldoc. Take the file that tilldoc saved.
import-newer = A newer tilldoc wrote this file (format { $found }; this one reads up to { $known }). Update tilldoc here, or ask for the summary as text.
import-other-guide = The summary is of the guide { $theirs }; the one in use is { $ours }. Use that guide: --guide DIR.
import-too-many = The file has { $count } events; no session has more than { $most }. Take the file that tilldoc saved, unchanged.
import-misfit = The file was changed or damaged: its event { $number } can't have happened there. Take the file that tilldoc saved, unchanged.
import-misfit-version = Event { $number } does not fit this guide: it was recorded with version { $theirs }, this is { $ours }. Use that version, or ask for the summary as text.
import-version = Recorded with version { $theirs } of the guide; this is { $ours }. Everything recorded still fits.
open-times = A code has no times and no notes: the times below are of now.
output-ending = Type a file name that ends in one of { $endings }, or say which with --format.

## How good the order is

finding-after-circle = each of these must come after the next one: { $circle }
finding-after-circle-help = take one of the names out of `after`
finding-after-broken = “{ $question }” must come after “{ $first }”, but leads to it
finding-after-broken-help = put it behind, or take the name out of `after` if it can come first after all
finding-order-costs-more = this order of questions takes { $more } % more than it needs: { $minutes } minutes instead of { $best }
finding-order-costs-more-help = ask in this order: { $order }. Where one of them needs the answer to another, say so with after = [ … ]
finding-call-not-remedy = the call is “{ $id }”, which is no remedy
finding-call-not-remedy-help = name the remedy that says whom to call and what to tell them
summary-entry-call = Called instead of answering more questions
stop-offer = Calling now is likely quicker: about { $calling } min. Going on takes about { $going } min with the call that { $often } of 10 cases need all the same. { $key } calls; the question stays.
order-begins = Begins with
order-share = Share
order-questions = Questions
order-most = most
order-least = bound
order-minutes = Minutes
order-lost = lost
order-all = All symptoms
order-remedy = Remedy
order-cause = Cause
order-legend = Questions and minutes are means up to the first remedy; “most” is the longest way; “bound” is the least mean number of questions that any tree with as many answers could need; “lost” is what the order of questions that can change places takes more than the best one.
order-checklist = The steps of the checklist, asked one after the other:
order-chains = Questions that can change places:
order-no-chains = No questions can change places: each needs what the one before has told, or more than one leads to it.
order-chain-best = - { $order }: { $minutes } min; this is the best order
order-chain = - { $order }: { $minutes } min; { $better }: { $best } min, { $lost } lost
order-chain-good = - { $order }: { $minutes } min; no better order was found (none takes less than { $least } min)
order-at-least = { " " }(a better one may be there; none takes less than { $least } min)
order-free = { " " }(without `after` it could be { $free } min)
order-no-symptom = there is no symptom “{ $id }” in this guide
order-symptom = { $name }: { $bits } bits of uncertainty; the remedy takes { $minutes } minutes
order-history-none = no session with this guide has been solved or handed over yet
order-history = { $count ->
    [one] 1 session
   *[other] { $count } sessions
} with this guide solved or handed over; the author's labels count as { $prior } more.
order-sessions = Sessions
order-solved-by = Solved by
order-question = Question
order-answer = Answer
order-label = Label
order-counted = Counted
order-now = Now
order-history-likely = Other likelihoods are proposed here, as weights beside the other answers of the question:
order-history-likely-same = No answer is so much likelier or less likely here that its likelihood should be another one.
order-history-order = Other orders are proposed here:
order-history-order-same = No order takes more than a tenth longer than the best one.
order-history-edit = Nothing has been changed: edit the guide where you agree.
order-stops = A call is offered first at these questions:
order-stop = - { $id }: going on { $going } min, calling { $calling } min; { $calls } call all the same

## A session that comes from elsewhere: kept, opened by its code

import-kept = Kept in this computer's history as number { $number }.
import-kept-more = This session was in this computer's history already, as number { $number }; what has happened in it since is added.
import-kept-already = This session is in this computer's history already, as number { $number }.
import-not-kept = Shown, but not kept in this computer's history: { $why }
notice-opened = Opened by its session code, which has no times and no notes. { $key } shows all its answers. It goes to the history once you go on with it.
lookup-code = Go to where this session stands
lookup-code-answers = { $count ->
    [0] A session code. Nothing has been answered in it yet.
    [one] A session code, with one answer.
   *[other] A session code, with { $count } answers.
}
lookup-code-enter = Enter opens it.
lookup-code-flawed = This looks like a session code, but a character is missing or wrong. Type it to the end. If that is all of it, ask for it once more, group by group.
lookup-code-flawed-in-group = This looks like a session code, but a character is missing or wrong. Type it to the end. If that is all of it, the mistake is most likely in group { $group }: ask for that group once more.
lookup-code-anyway = Drop them and open the session code

## A close look at a guide

finding-note = note
finding-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
finding-list-separator = {", "}
finding-allowed-error = the rule “{ $rule }” can't be allowed to be broken: the guide would not run
finding-allowed-error-help = mend what it finds, and leave it out of allow
finding-idle-allow = nothing here breaks the rule “{ $rule }”
finding-idle-allow-help = leave it out of allow: it would hide a mistake of later
finding-list-form = the list of forbidden advice can't be read: { $words }
finding-list-form-help = write it as in content/forbidden-advice.toml: [language.en], then [[forbidden]] with id, what and the patterns by their languages
finding-list-unknown = there is no list “{ $name }”
finding-list-unknown-help = write list = "card-terminal", or leave it out and write items of your own
finding-list-pattern = “{ $item }” has a pattern that can't be read: { $words }
finding-list-pattern-help = patterns are regular expressions; put a backslash before a sign that stands for itself
finding-list-key = “{ $item }” has a key that means nothing: { $words }
finding-list-key-help = keys are the languages of the list, alone or after unless_, earlier_, bad_ or good_
finding-list-misses = “{ $item }” does not catch its own bad sentence: { $words }
finding-list-misses-help = add a pattern that catches it, or take the condition away that makes it safe
finding-list-blames = “{ $item }” objects to its own good sentence: { $words }
finding-list-blames-help = make the pattern narrower, or add a condition under unless_ or earlier_
finding-text-cut = { $key ->
    [tell_customer] in a window of 60 x 20 the end of this is cut off ({ $language }): what to say to the customer has 3 rows
    [legend] this is cut off ({ $language }): beside a drawing a legend has 37 columns
    [title] this is cut off ({ $language }): over a drawing a title has 37 columns
    [scenario] this is cut off ({ $language }): the title of a scenario has 40 columns
    [look] this is cut off ({ $language }): the name of a look has 28 columns
   *[other] this row is cut off: a drawing has 37 columns
}
finding-text-cut-help = say it in fewer words, or make it narrower
finding-question-tall = in a window of 60 x 20 this question can't be seen whole ({ $language }): { $beyond ->
    [one] 1 row is too much
   *[other] { $beyond } rows are too much
}
finding-question-tall-help = say the question, the answers or the line for the customer in fewer words, or ask in two questions
finding-remedy-tall = in a window of 60 x 20 what never to do and the first action can't be seen at once ({ $language }): { $beyond ->
    [one] 1 row is too much
   *[other] { $beyond } rows are too much
}
finding-remedy-tall-help = say the cause, what never to do or the line for the customer in fewer words
finding-languages-differ = { $what ->
    [figure] the number { $own } stands in this text in “{ $language }” and not in “{ $other }”
    [placeholder] { $own } stands in this text in “{ $language }” and not in “{ $other }”
   *[term] “{ $own }” stands in this text in “{ $language }” and not in “{ $other }”, where nearly all others keep it
}
finding-languages-differ-help = { $what ->
    [figure] write the same numbers in digits in all languages
    [placeholder] write the same placeholders in all languages
   *[term] call it the same in all languages, or allow terms-differ with the reason
}
finding-same-wording = { $what ->
    [node] “{ $id }” says the same in the same words
    [answer] the answer “{ $id }” of this question says the same
    [action] the action “{ $id }” of this remedy says the same
    [sight] the look for { $id } has the same name
   *[other] “{ $id }” says the same in the same words
}
finding-same-wording-help = { $what ->
    [answer] say in the answers how they differ, or leave one out
    [action] leave one out, or say what is different the second time
    [sight] name them so that a trainee knows which is which
   *[other] say how they differ, or lead to one of them from both places
}
finding-asked-again = on one way the same was asked before, at “{ $id }”
finding-asked-again-help = lead past this question where it was answered, or say what is different now
finding-one-way = all answers lead to “{ $id }”
finding-one-way-help = lead there at once, or let one answer lead elsewhere
finding-never-likely = hardly anybody comes to “{ $id }”: each way to it has an answer that fewer than 1 in 1000 give
finding-never-likely-help = give the answers that lead there a likelihood that is true, or leave the remedy out
finding-way-too-long = from “{ $id }” a way has { $longest } questions before the first remedy, and { $most } are the most
finding-way-too-long-help = ask first what parts the causes best, or set most_questions in guide.toml
finding-forbidden-advice = this says “{ $said }”, which the list forbids: { $what } ({ $item })
finding-forbidden-advice-help = say the safe thing, forbid it in the same sentence, or add an [[exception]] with its reason to the list
finding-no-sources = “{ $id }” names no fact that it rests on
finding-no-sources-help = name the facts in sources = [ … ], or allow missing-sources with the reason
finding-drawing-unused = nothing shows the drawing “{ $id }”
finding-drawing-unused-help = name it in drawing = "…" of a question or remedy, or leave it out
finding-text-unused = { $what ->
    [contact] no remedy sends anybody to the contact “{ $id }”
    [group] no symptom stands under the group “{ $id }”
    [scheme] no code is of the scheme “{ $id }”
    [step] no question and no remedy belongs to the step “{ $id }”
   *[mark] the mark { $id } of the legend is not in the drawing
}
finding-text-unused-help = { $what ->
    [mark] draw the mark, or leave it out of the legend
   *[other] name it where it belongs, or leave it out
}

## What rules mean

explain-severity = Severity: { $severity }.
explain-means = What it asks
explain-why = Why it matters
explain-mend = How to mend it
explain-bad = A bad example
explain-good = A good one
explain-allow = Where it is right as it is, write beside it: allow = { $example }
explain-allow-why = the reason
explain-unknown = There is no rule “{ $rule }”.
explain-near = Did you mean { $rule }? All rules: tilldoc guide explain
explain-list = All rules: tilldoc guide explain
explain-more = One rule in full: tilldoc guide explain RULE
explain-document = # The rules of tilldoc guide check {"\u000A\u000A"}Made by the tests from assets/rules.toml and tests/guide-cases; `tilldoc guide explain RULE` shows the same. Errors keep a guide from running (those of scenarios and of the list of forbidden advice only fail the check); `--deny warnings` and `--deny notes` make the others count as failures; a warning or note that is right as it is gets a reason: `allow = {"{"} rule = "why" {"}"}`.

## The JSON Schema of a guide

schema-title = The files of a tilldoc guide
schema-about = One file of a guide: guide.toml, or any other *.toml beside it. `tilldoc guide check` tells what a schema can't: whether every link leads somewhere, whether every way ends at a remedy.
schema-id = Its name: letters, digits, - _ and ., beginning with a letter or a digit. It stays when the guide is rearranged: records of sessions refer to it.
schema-go = Where it leads: the id of a question or a remedy. Nothing may lead back in a circle.
schema-step-of = The step of the checklist that it belongs to, by its id.
schema-sources = Ids of the facts that it rests on.
schema-drawing-of = A drawing that helps, by its id.
schema-tell-customer = What to say to the customer meanwhile.
schema-who = Who must act.
schema-meaning = What it means.
schema-action = What to do.
schema-text = One paragraph in every language of the guide, without line breaks and tabs.
schema-version-of = This text in the language { $tag }.
schema-format = The number of the format.
schema-guide-id = The name of the guide.
schema-version = The guide's version, as you count.
schema-languages = Tags of the guide's languages; the first one is the fallback.
schema-guide-title = What the guide is for.
schema-check-everything = The question with which "check everything" begins; every step then needs a gate.
schema-code-unsure = Where to go on with a code that means different things on different cards, when nobody can tell which card it was.
schema-call = What a call costs: where going on costs more than calling now, the call is offered first.
schema-call-remedy = The remedy that is the call, by its id.
schema-call-minutes = Minutes that a call takes, waiting included, 0 or more.
schema-call-saves = Minutes that a call now must save before it is offered, 0 or more; 2 where it is not given.
schema-call-stop = false where no call is ever offered first.
schema-step-title = Short heading of the step.
schema-gate = The question that asks whether this step is in order.
schema-step-minutes = Minutes to get there from another step, 0 or more; 0 where it is not given.
schema-group-title = The heading.
schema-group-of = The heading that it stands under, by its id.
schema-symptom-say = What people say they see.
schema-words = Further words by which people look for it.
schema-skips = Ids of steps that it makes needless.
schema-symptom-likelihood = How often people start here, beside the other symptoms: a word or a weight; sometimes where it is not given.
schema-contact-id = Its name; the telephone number itself comes from the shop's profile.
schema-contact-title = Who that is.
schema-where = Where the number is to be found.
schema-drawing-title = What it shows.
schema-unicode = The picture in box-drawing characters: a string of several lines, or a list of rows.
schema-ascii = The same picture in plain ASCII.
schema-legend = Marks in the picture and what they are.
schema-mark = The mark as it stands in the picture.
schema-kind = How it is answered: choice (one of the answers, the default), amount (compared with limits), code (a response code, looked up) or ticks (several at once).
schema-ask = The question itself.
schema-how = How to find out.
schema-question-minutes = Minutes to find the answer, 0 or more; 1 where it is not given.
schema-question-likelihood = How likely it is to come this way, beside the other answers of the question before: a word or a weight. Where it is not given, the weights of all that it leads to count.
schema-no-unsure = Why nobody needs a can't-tell answer; without it there must be one.
schema-aside = true where it asks about something beside its step (a payment under way, say): its answers then don't tick the step off.
schema-question-profile = What it asks that the shop's profile may know; then it need not be asked. Only where kind is choice.
schema-after = Ids of questions, or of steps and so of all their questions, that must come before it where both are on a way.
schema-answers = The answers, 1 to 9, in the order in which they are shown. One of them should be "can't tell".
schema-answer-id = Its name, once in the question.
schema-answer-say = What is shown.
schema-answer-likelihood = How likely this answer is, where that is not the likelihood of what it leads to.
schema-unsure = true in the answer "can't tell".
schema-up-to = The largest amount of this answer, up to two decimals; limits rise, and one answer after them has none. Only where kind is amount.
schema-none = true in the one answer for nothing ticked. Only where kind is ticks.
schema-other = true in the one answer for codes that are not listed. Only where kind is code.
schema-answer-profile = What the profile says where this is the answer.
schema-fine = true in the answer that says nothing is wrong here, so that the search goes on elsewhere.
schema-cause = What is wrong, in one line.
schema-likelihood = How likely it is: common, sometimes (the default), rare, or a weight above 0; the three weigh 10, 3 and 1.
schema-remedy-minutes = Minutes that it takes, 0 or more.
schema-actions = What to do, 1 to 6 actions, the quickest first.
schema-action-id = Its name, once in the remedy.
schema-never = What never to do.
schema-contact-of = Whom to call: the id of a contact.
schema-tell-support = What to have ready for the call.
schema-meanwhile = What to take payment with meanwhile.
schema-prevent = How to prevent it next time.
schema-if-failed = Where to look next when it did not work: the id of a question or a remedy. A remedy has either this or escalation.
schema-if-worked = What is still to be looked at when it worked; the session ends there otherwise.
schema-escalation = true in a last resort, which needs no way on.
schema-scheme-title = What people call the card.
schema-scheme-how = How to tell such a card.
schema-code = The code as terminals print it: 51, A0.
schema-scheme-of = The scheme whose meaning this is, by its id.
schema-also = Ids of further schemes where it means the same.
schema-code-words = Further words in which terminals say it.
schema-retry = Whether the sale may be tried again: never, after-fix (once the cause is mended) or later.
schema-code-likelihood = How often it comes beside the other codes: a word or a weight; rare where it is not given.
schema-message-say = What the screen or the slip says.
schema-message-words = Other wordings, and what people half remember of it.
schema-fact-kind = What sort of fact it is: a statement (the default), a code (then a code rests on it) or a message (then a message does).
schema-says = What the fact says.
schema-right = What is right, where what it says is not.
schema-not-used-id = The id of the fact.
schema-reason = Why it is left out.
schema-case-symptom = The symptom that is the way in, by its id.
schema-case-code = A code as the way in, with its scheme where that matters: 51, 51 visa, or 51 unsure.
schema-case-message = The message that is the way in, by its id.
schema-case-everything = true for "check everything".
schema-case-answers = What is answered, one question after the other: an id, an amount, a code, ids joined by +, or worked and failed at a remedy on the way.
schema-case-remedy = The remedy that must be reached, by its id.
schema-notice-text = What holds for a while.
schema-from = When it begins: a date, with a time or without. Without it, it has begun already.
schema-until = When it ends: a date with a time, or a date alone, to its end.
schema-notice-step = The step that it is about, by its id, or a list.
schema-notice-question = The question that it is about, by its id, or a list.
schema-notice-remedy = The remedy that it is about, by its id, or a list.
schema-allow = Warnings and notes of `tilldoc guide check` that are right here: the rule, and the reason.
schema-most-questions = Questions of the longest way from a symptom to a remedy that `tilldoc guide check` lets be; 12 where it is not given.
schema-list-step = A part of the checklist; they stand in their order.
schema-list-group = A heading for symptoms.
schema-list-symptom = What people see first: where a session starts.
schema-list-contact = Somebody to call.
schema-list-drawing = A picture of the device.
schema-list-question = A question with its answers.
schema-list-remedy = What to do about a cause.
schema-list-scheme = Whose cards there are: codes mean different things on them.
schema-list-code = A response code and where it leads.
schema-list-message = What the terminal shows in words, and where that leads.
schema-list-fact = A fact that the guide rests on.
schema-list-not-used = A fact that is left out, and why.
schema-list-case = A path that must stay as it is.
schema-list-notice = What holds for a while.

## Findings about scenarios

finding-scenario-no-way-in = the scenario “{ $scenario }” begins nowhere: the guide has no such symptom, message or code
finding-scenario-no-way-in-help = correct symptom, message or code; a code that means different things needs its scheme
finding-scenario-elsewhere = after { $after } the scenario “{ $scenario }” reaches { $node }, not its truth { $truth }
finding-scenario-begins-elsewhere = the scenario “{ $scenario }” begins at { $node }, not at its truth { $truth }
finding-scenario-elsewhere-help = if that is right now, write truth = "{ $node }"; if it is tried in vain on the way, add it to fails; else correct the fact with which the way turns off
finding-scenario-last-resort = in the scenario “{ $scenario }” { $node } does not work, and nothing comes after it: { $truth } is not reached
finding-scenario-last-resort-help = take it out of fails, or correct the facts before it
finding-scenario-ends-at = the scenario “{ $scenario }” goes round in a circle by { $node } and does not reach { $truth }
finding-scenario-ends-at-help = mend the circle in the guide first
finding-scenario-no-fact = after { $after } the way of the scenario “{ $scenario }” asks { $question }, for which it has no fact
finding-scenario-no-first-fact = the way of the scenario “{ $scenario }” begins with { $question }, for which it has no fact
finding-scenario-no-fact-help = add a [[scenario.fact]] with question = "{ $question }" and one of its answers ({ $answers }), or correct the fact that leads there
finding-scenario-answer = { $question } has no answer “{ $answer }”
finding-scenario-answer-help = its answers: { $answers }; an amount or a code where it asks for one, a list where several can be ticked
finding-scenario-no-question = { $id } is a remedy and asks nothing
finding-scenario-no-question-help = name a question, or leave it out; a remedy that is tried in vain belongs in fails
finding-right-as-wrong = { $what ->
    [trap] this trap is the answer that the fact supports
    [tempt] this is what the remedy asks for
   *[tell] this is what the remedy says to the customer
}
finding-right-as-wrong-help = { $what ->
    [trap] write an answer that would be wrong, or correct the fact
   *[other] write something that would be wrong, or leave it out
}
finding-unwritten = still to be written: { $keys }
finding-unwritten-help = write it in every language in place of TODO; what nobody needs can be left out with its table
finding-no-trap = the scenario “{ $id }” has no trap on its way
finding-no-trap-help = add a [[scenario.trap]] for a question that its best path asks: an answer that tempts, and why it is wrong
finding-screen-wide = this line of the screen has { $columns } columns ({ $language }), and a terminal has 24
finding-screen-tall = the screen has { $lines } lines ({ $language }), and a terminal has 6
finding-screen-large-help = say it in fewer words, as a terminal would
finding-screen-differs = the screen has more lines in “{ $language }” than in “{ $other }”
finding-screen-differs-help = write each line in every language
finding-target-questions = questions = { $written }, but the best path asks { $path }
finding-target-questions-help = write questions = { $path }, or correct the facts
finding-target-minutes = minutes = { $written }, but the best path takes { $path }
finding-target-minutes-help = write a number from { $path } to { $most }, which leaves time for reading; or correct the minutes of the facts
finding-idle-fails = the way does not come by { $id }, which is said to fail
finding-idle-fails-help = take it out of fails, or correct the facts so that it is tried
finding-cause-told = { $key ->
    [title] the title tells the cause ({ $language }): “{ $words }”
    [screen] the screen tells the cause in the words of the remedy ({ $language }): “{ $words }”
    [customer] the customer tells the cause in the words of the remedy ({ $language }): “{ $words }”
   *[setting] the setting tells the cause in the words of the remedy ({ $language }): “{ $words }”
}
finding-cause-told-help = tell what is seen and heard, and leave the cause to be found
finding-answer-told = { $key ->
    [look] the name of the look is the answer ({ $language }): “{ $words }”
   *[shows] what the look shows is said in the words of the answer ({ $language }): “{ $words }”
}
finding-answer-told-help = tell what is seen, and leave it to the trainee which answer that is
finding-no-scenario = { $what ->
    [symptom] no scenario begins at the symptom “{ $id }”
   *[step] no scenario ends in the step “{ $id }”
}
finding-no-scenario-help = { $what ->
    [symptom] write one, or allow symptom-without-scenario with the reason
   *[step] write one whose truth is a remedy of this step
}

## Scenarios for training

schema-scenario-title = What the scenario is called; it gives nothing of the cause away.
schema-difficulty = How hard it is: easy, medium, hard or nasty.
schema-setting = Where and when it happens and what was just done: only what is noticed without checking.
schema-screen = What the terminal shows, in every language of the guide: up to 6 lines of up to 24 columns, [] where it is dark.
schema-customer = What the customer says and does.
schema-scenario-code = A code as the way in.
schema-scenario-scheme = Its scheme, where the code means different things; unsure where nobody can tell which card it was.
schema-truth = The remedy that works, hidden from the trainee, by its id.
schema-scenario-also = Other remedies that work as well, by their ids.
schema-fails = Remedies on the best path that are tried and don't work, by their ids: two faults at once.
schema-scenario-minutes = Simulated minutes to the remedy that a good trainee needs: the looks, and the remedies tried in vain.
schema-scenario-questions = Questions that the best path asks.
schema-sights = What each look shows: one for every question of the best path, and some beside it.
schema-of-question = The question, by its id.
schema-look = What one chooses to look at; no hint at the answer.
schema-shows = What is then seen: an observation, not the words of the answer.
schema-sight-answer = The answer that it supports: an id, a code, an amount, or a list of ids for ticks.
schema-sight-minutes = Minutes that the look takes; those of the question where they are not given.
schema-traps = Answers that would be wrong.
schema-trap-answer = The wrong answer: an id, a code, an amount, or a list of ids for ticks.
schema-why = Why it is wrong.
schema-harm = true where it can lose money or goods, leak data or hurt somebody: it then fails the drill.
schema-temptations = What looks as if it were to be done, and would be wrong: it is mixed among the remedy's first actions.
schema-tempt-say = What one might do.
schema-tellings = What one might say to the customer, and would be wrong: it is mixed with what the remedy says.
schema-tell-say = What one might say.
schema-list-scenario = A fault with known facts, for training.

## The debrief of a drill

debrief-title = Debrief: { $scenario }
debrief-trainee = Trainee
debrief-result = Result
debrief-passed = Passed
debrief-failed = Not passed
debrief-failed-harm = Not passed: a choice does harm, whatever the points
debrief-points = Points
debrief-total = { $total } of 100; { $mark } are needed to pass
debrief-of = { $got } of { $most }
debrief-end = End
debrief-ending-solved = It ended with the right remedy.
debrief-ending-stuck = A remedy did not work, and there was no way on.
debrief-ending-gave-up = Given up before the end.
debrief-ending-time-up = The time was up before the end.
debrief-mode = Kind
debrief-mode-practice = Practice
debrief-mode-exam = Exam
debrief-began = Began
debrief-took = Took
debrief-took-value = { $minutes } min { $seconds } s
debrief-clock = Simulated minutes
debrief-clock-value = { $used }; the best path takes { $best }
debrief-hints = Hints
debrief-guide = Guide
debrief-harm = What does harm
debrief-harm-answer = Answer
debrief-harm-action = Action
debrief-harm-telling = To the customer
debrief-harm-choice = { $kind }: { $choice }
debrief-harms = It does harm. { $why }
debrief-score = Points
debrief-column-part = Part
debrief-column-points = Points
debrief-column-why = How it comes about
debrief-part-remedy = The right remedy
debrief-part-answers = Answers that agree with the facts
debrief-part-looks = Looking at what matters
debrief-part-minutes = Simulated minutes
debrief-part-actions = First actions
debrief-part-telling = What the customer is told
debrief-why-solved = The remedy that was carried out is right.
debrief-why-not-solved = No right remedy was carried out.
debrief-why-needs-remedy = It counts only where the remedy is right.
debrief-why-answers = { $agreed } of { $of } answers agree with the facts.
debrief-why-left-out = { $count ->
    [one] One question of the right way was left out; it counts as wrong.
   *[other] { $count } questions of the right way were left out; they count as wrong.
  }
debrief-why-looks = { $taken } of { $of } questions of the right way were looked into before they were answered.
debrief-why-astray = { $count ->
    [one] One thing beside the way was looked into or answered.
   *[other] { $count } things beside the way were looked into or answered.
  }
debrief-why-minutes = { $used } minutes were used; the best path takes { $best }.
debrief-why-skipped = What was left out of the right way counts as { $minutes } more.
debrief-why-actions = { $right } of { $of } first actions are right and in order.
debrief-why-telling = Told right { $right } of { $of } times.
debrief-formula = Remedy: all or nothing. Answers: the share that agrees with the facts. Looking: questions of the right way looked into first, over all of them and what was looked into beside it. Minutes: those of the best path over those used. Actions and customer: the share that is right. The right way is where the facts lead from the way in that was chosen. A choice that does harm fails the drill whatever the points.
debrief-scene = The scene
debrief-dark = The terminal's screen is dark.
debrief-decisions = Decision by decision
debrief-column-did = What was done
debrief-column-facts = What the facts say
debrief-column-better = What is better, and why
debrief-column-minutes = Minutes
debrief-did-enter = Began with: { $entry }
debrief-did-look = Looked at: { $look }
debrief-did-hint = Asked for a hint: { $question }
debrief-did-answer = { $question } Answer: { $answer }
debrief-did-look-up = Looked up: { $entry }
debrief-did-back = Went back
debrief-did-carry-out = Carried out: { $remedy }
debrief-did-actions = First: { $actions }
debrief-did-tell = To the customer: { $said }
debrief-did-tell-nothing = To the customer: nothing
debrief-agrees = It agrees with the facts.
debrief-guessed = It agrees with the facts, but nobody had looked: that was luck.
debrief-unsure = A look tells: it need not stay open.
debrief-against = It does not agree with the facts.
debrief-unknown = This scenario knows nothing of it; it does not count.
debrief-void = Another answer to this question counts.
debrief-needless = It was not needed.
debrief-worked = It was the right remedy.
debrief-failed-first = It did not work, but it had to be tried first.
debrief-not-worked = It did not work: the facts do not lead here.
debrief-better-entry = Better begin with: { $entry }
debrief-better-look = Look first at: { $look }
debrief-better-answer = Better answer: { $answer }
debrief-better-actions = Better do first: { $actions }
debrief-better-tell = Tell the customer: { $said }
debrief-why-not = Not “{ $choice }”: { $why }
debrief-best = The best path: { $minutes } min simulated
debrief-best-question = { $look }: { $shows } { $question } Answer: { $answer }
debrief-best-remedy = Tried in vain: { $remedy }
debrief-best-end = Remedy: { $remedy }
debrief-remedy = The right remedy, and why
debrief-never = Never
debrief-prevent = So that it does not happen again

## A scenario from a session

draft-head = Made from a recorded session: its way alone, no names, no notes, no times. Write something in place of each TODO; tilldoc guide check names what is left.
draft-title = Gives nothing of the cause away.
draft-difficulty = easy, medium, hard or nasty
draft-setting = Place, time, what was just done: only what is noticed without checking.
draft-screen = What the device shows, up to 6 lines of 24 columns; [] where it is dark.
draft-customer = What the customer says and does.
draft-truth = What worked, hidden from the trainee.
draft-facts = What each look shows. The answers are those of the session. Add two to four looks beside the way that lead astray.
draft-fact = { $question } Answer: { $answer }
draft-trap = An answer that tempts, and why it is wrong. harm = true: it loses money or hurts somebody, and fails the drill.
draft-tempt = What is tempting to do, and why not.
draft-tell = What is tempting to say to the customer, and why not.
unteachable-no-remedy = No remedy worked in this session: there is nothing to find in it.
unteachable-no-question = Nothing was asked in this session before its remedy: there is nothing to look into.
unteachable-way-in = This session began with a call, or by a code that the guide does not list; a scenario can't.
unteachable-misses = In this guide the answers of this session don't lead to the remedy that worked.

## Pictures of a guide

graph-everything = Check everything
graph-codes = { $codes } and { $more } more
graph-failed = Did not work
graph-went-well = Worked
graph-title = The guide as a picture: boxes, and lines as thick as they are likely
graph-language = English
graph-search = Find a word, an id or a code
graph-nothing = Nothing found
graph-ways-in = Ways in
graph-start = Start
graph-all = Everything
graph-fit = Fit
graph-zoom-in = +
graph-zoom-out = −
graph-help = Click an answer to go on, a box to read it. Drag to move, turn the wheel to come nearer, / to search. The percentage in a box says how many of all sessions come by; that of an answer, how likely it is beside the others. Dashed lines lead on after a remedy.
graph-around = Only its neighbours
graph-ways = All ways to it
graph-below = Unfold all below
graph-fold = Fold
graph-question = Question
graph-remedy = Remedy
graph-last = Last resort
graph-visits = comes up in
graph-minutes = min
graph-answers = Answers
graph-onward = Afterwards
graph-by-codes = Response codes
graph-from = Comes from
graph-sources = Sources
graph-how = How to find out
graph-customer = To the customer
graph-no-unsure = No can't-tell, because
graph-actions = Do now
graph-none = The guide has no such { $what }: { $id }
graph-what-step = step
graph-what-symptom = symptom
graph-what-remedy = remedy
graph-big = { $lines } lines: most viewers draw no more than 500 of them. Draw a part: --step, --symptom or --remedy.

## A guide as a tree

verb-unfold = unfold; to what stands elsewhere
verb-fold = fold; in a session, back
verb-play = play here, or tree
tree-looked-up = Only found by looking up
tree-adrift = Nothing leads here
tree-see = (see { $id })
tree-how = + folded, - unfolded, = stands elsewhere, Right and Left unfold and fold. Percentages: how likely beside the others.
tree-detail = { $kind }, { $step }, { $minutes } min, { $id }
tree-elsewhere = Stands elsewhere with all that follows: Enter goes there.
tree-unsure-code = { $code }: nobody can tell which card
tree-find = Find a question or a remedy
tree-playing = Played from here; nothing of it is kept. p goes back to the tree.
tree-no-way = Nobody gets here: no way leads to it.

## A new guide, and a guide played at random

new-guide-written =
    A small guide for a label printer is in { $dir }. Change it into your own:
      tilldoc guide check { $dir }
      tilldoc --guide { $dir }
new-guide-not-empty = { $dir } has something in it: name a folder that is empty or not there yet.
walk-played = { $steps } moves in { $sessions } sessions; { $met } of { $nodes } questions and remedies met.
walk-errors = The guide has { $count ->
        [one] 1 error
       *[other] { $count } errors
    }, see tilldoc guide check; it is played as far as it can be.
walk-fine = No dead end, no loop.
walk-no-begin = Dead end: this way in leads nowhere.
walk-answer = Dead end: an answer leads nowhere.
walk-remedy = Dead end: nothing comes after this remedy when it did not work.
walk-back = Loop: this leads back to where one was.
walk-longest = Longest way, { $questions ->
        [one] 1 question
       *[other] { $questions } questions
    }:
walk-never = { $count ->
        [one] 1 was never met
       *[other] { $count } were never met
    }; with more steps, or another seed, some may be:
walk-more = and { $count } more

## Guides laid out, and what a change of a guide does

fmt-no-folder = Which folder? tilldoc guide fmt FOLDER
fmt-syntax = { $path } can't be read, so it stays as it is; tilldoc guide check names the line.
fmt-meaning = { $path } stays as it is: laid out it would say something else. That is a fault of tilldoc; please report it.
impact-errors = { $guide } has { $count ->
        [one] 1 error
       *[other] { $count } errors
    }, see tilldoc guide check; it is played as far as it can be.
impact-moved = { $count ->
        [one] 1 that ended
       *[other] { $count } that ended
    } at { $was } now { $count ->
        [one] ends
       *[other] end
    } at { $now }:
impact-lost = { $count ->
        [one] 1 that ended
       *[other] { $count } that ended
    } at { $was } can no longer begin:
impact-way-in-gone = The way in is gone: { $entry }
impact-answer-gone = An answer is gone: { $question } no longer takes "{ $answer }".
impact-question-gone = A question is gone: { $id }
impact-remedy-gone = A remedy is gone: { $id }
impact-elsewhere = { $at } led to { $was }, now to { $now }.
impact-begins = It began at { $was }, now at { $now }.
impact-nowhere = nothing
impact-session = session { $name }
impact-case = case { $name }
impact-scenario = scenario { $name }
impact-code = code { $name }
impact-more = { $count } more
impact-sessions = { $played ->
        [one] 1 session
       *[other] { $played } sessions
    } replayed; ending elsewhere now: { $moved }.
impact-cases = { $played ->
        [one] 1 path case
       *[other] { $played } path cases
    } replayed; ending elsewhere now: { $moved }.
impact-scenarios = { $played ->
        [one] 1 scenario
       *[other] { $played } scenarios
    } replayed; ending elsewhere now: { $moved }.
impact-codes-given = { $played ->
        [one] 1 session code
       *[other] { $played } session codes
    } replayed; ending elsewhere now: { $moved }.
impact-apart = { $count } more left out: not of this guide, or the old one does not play them whole either.
impact-codes-same = Session codes of what was played: { $all }; both guides have the same ones, so all stay valid.
impact-codes = Session codes of what was played: { $all }; read with the old guide, { $whole } open in the new one with all that was answered, { $partly } in part.
impact-nothing = Nothing to compare: no session, path case or scenario was found. --cases takes the path cases and scenarios of both guides, --sessions the sessions of a database.

## A guide that is watched while it is written

verb-findings = findings
watch-fine = nothing to mend
watch-separator = {", "}
watch-row = { $key }: { $summary }
watch-row-first = { $key }: { $summary }. { $first }
watch-more = { $key }: all of it
watch-old = The guide as it was before runs on.
watch-none = It can be played as soon as it has no errors. Save it; it is read again by itself.
watch-saved = Saved: { $changes }.
watch-same = Saved: nothing that counts has changed.
watch-changes = Changed by the last save
watch-new = { $what } is new
watch-gone = { $what } is gone
watch-other = { $what }: { $keys }
watch-changes-more = and { $count } more
watch-lost = These answers no longer fit:
watch-no-way-in = The way in is gone, and with it what was played. It comes back with the way in.
watch-no-terminal = tilldoc guide watch needs a terminal. tilldoc guide check prints the findings.
watch-impossible = The folder can't be watched: { $why }

## Devices that take no payments

unpaid-never = Do not try this again.
unpaid-after-fix = It works again once the cause is mended.
unpaid-later = It works again after a while.
unpaid-meanwhile = Meanwhile
unpaid-solved = You can go on with your work.
unpaid-escalated = Note their case number.
unpaid-reopened = This goes on from the answers of that time.
schema-payments = false where the device takes no payments: nothing then reminds of one under way. true where it is not given.

## Training: reports, courses, cards, the trainer's PIN

report-trainee = Trainee
report-scenario = Scenario
report-step = Step
report-question = Question
report-attempts = Attempts
report-answers = Answers
report-passed = Passed
report-right = Right
report-rate = Pass rate
report-right-rate = Share right
report-points = Points
report-harm = Harm
report-minutes = Simulated minutes
report-real-minutes = Real minutes
report-trend = Trend
report-wrong = Commonest wrong answer
report-trend-better = ^ better
report-trend-same = = same
report-trend-worse = v worse
report-trend-too-few = - too few
report-wrong-answer = { $count }x “{ $said }”
report-wrong-at = { $count }x “{ $said }” ({ $asked })
report-all = All
report-none = There are no finished attempts.
report-none-help = tilldoc train SCENARIO begins one; tilldoc train list shows the scenarios.
report-by-trainee = Drills by trainee
report-by-scenario = Drills by scenario
report-by-step = Drills by step
report-by-question = Answers in drills by question
report-days-all = All days.
report-days-since = From { $since } on.
report-days-until = Up to { $until }.
report-days-between = From { $since } to { $until }.
report-mode-practice = Practice only.
report-mode-exam = Exams only.
report-mode-all = Practice and exams.
report-minutes-how = Harm: how many failed for a harmful choice. Points are the mean, minutes the median: simulated minutes are those of the scenario, as looks and remedies cost them; real minutes are those on the clock.
report-trend-how = Trend: the last five against the five before (of fewer than ten, the later half against the earlier), by five points or more.
report-no-trainee = Nobody of this name has been trained here: { $name }
report-no-homepage = No homepage is set in config.toml ([training] homepage): the names of trainees bear tilldoc's own.

certificate-title = Certificate
certificate-has-passed = has passed the course
certificate-on = Passed on { $day }, each scenario with { $mark } points out of 100 or more and without harm.
certificate-points = Points
certificate-day = Date
certificate-trainer = Trainer

course-scenarios = { $count ->
    [one] 1 scenario
   *[other] { $count } scenarios
}
course-pass-mark = { $mark } points out of 100 pass.
course-runs = { $count ->
    [one] One run for each scenario.
   *[other] { $count } runs for each scenario.
}
course-runs-any = Each scenario may be run as often as one likes.
course-counts-exam = Only exams count.
course-counts-all = Exams and practice count.
course-number = No.
course-standing = Standing
course-tries = Tries
course-best = Best
course-passed = passed { $day }
course-spent = no tries left
course-open = open
course-left = { $count ->
    [one] 1 try left
   *[other] { $count } tries left
}
course-progress = { $name }: { $passed } of { $all } passed
course-next = Next: { $title } (tilldoc train { $id } --mode exam --trainee "{ $name }")
course-completed = The course was passed on { $day }. tilldoc train course --trainee "{ $name }" --certificate -o FILE writes the certificate.
course-not-completed = { $name } has not passed the course yet: { $passed } of { $all }.
course-none = There is no course for this guide. Name one by --course, or put course.toml into the folder of the configuration.
course-empty = The course has no scenario that this guide has.
course-finished = Passed on

train-list-id = Id
train-list-difficulty = Difficulty
train-list-minutes = Target minutes
train-list-title = Title
train-list-step = Step
train-list-truth = Right remedy
train-list-done = Passed
train-list-exam = exam { $day }
train-list-practice = practice { $day }
train-list-tried = not yet ({ $count }x)
train-list-none = This guide has no scenarios.
difficulty-easy = easy
difficulty-medium = medium
difficulty-hard = hard
difficulty-nasty = nasty

trainees-name = Trainee
trainees-since = Since
trainees-attempts = Attempts
trainees-last = Last
trainees-none = Nobody has been trained here.
trainee-refused = This can't be a name: { $why }
trainee-forget-needs-yes = Nothing is forgotten: where nobody can be asked, this needs --yes.
trainee-forget-what = { $name } goes for good, with { $attempts ->
    [0] no attempts
    [one] 1 attempt
   *[other] { $attempts } attempts
} and { $cards ->
    [0] no cards
    [one] 1 card
   *[other] { $cards } cards
}.
trainee-forget-ask = Type the name once more to forget it (Enter alone keeps it):
trainee-forget-not = That is not the same name. Nothing is forgotten.
trainee-forgotten = { $name } is forgotten, with { $count ->
    [0] no attempts
    [one] 1 attempt
   *[other] { $count } attempts
} and all cards; nothing of it is left.
trainee-forgotten-later = { $name } is forgotten, with { $count ->
    [0] no attempts
    [one] 1 attempt
   *[other] { $count } attempts
} and all cards. Another tilldoc has the database open; the last of it goes when that one ends.

pin-none = No trainer's PIN is set: anybody here sees names and reports. tilldoc train pin sets one.
pin-ask = Trainer's PIN (nothing is shown while you type):
pin-ask-new = New trainer's PIN, 4 characters or more:
pin-ask-again = The same once more:
pin-differ = These were two different ones; nothing is changed.
pin-wrong = That is not the trainer's PIN.
pin-wrong-again = That is not the trainer's PIN. { $count ->
    [one] 1 more try.
   *[other] { $count } more tries.
}
pin-needed = This needs the trainer's PIN: on a terminal it is asked for; elsewhere it is TILLDOC_TRAINER_PIN, or one line of the input.
pin-lost = The trainer's PIN was lost when the database was damaged. Names and reports stay shut until tilldoc train pin sets a new one.
store-mended-nameless = { $count ->
    [one] The name of 1 trainee
   *[other] The names of { $count } trainees
} could not be read: what was trained is kept under “?” and a number.
pin-refused = This can't be a PIN: { $why }
pin-set = The trainer's PIN is set. Names and reports ask for it from now on.
pin-removed = There is no trainer's PIN any more: anybody here sees names and reports.

cards-none = This guide has neither codes nor messages.
cards-code = The screen shows code { $code } ({ $schemes }).
cards-message = The screen says: { $say }
cards-think = What is it, and what next? Enter turns the card, q ends.
cards-turn = Turn the card
cards-think-screen = What is it, and what next? Think of it, then turn the card.
cards-grade-again = Not known
cards-grade-hard = With trouble
cards-grade-good = Known
cards-grade-easy = Known at once
cards-leads = Goes on with: { $place }
cards-grade = How was it? 1 not known, 2 hard, 3 good, 4 easy
cards-again = Comes again: { $when }
cards-in-minutes = { $count ->
    [one] in 1 minute
   *[other] in { $count } minutes
}
cards-in-days = { $count ->
    [one] in 1 day
   *[other] in { $count } days
}
cards-left = { $again } to repeat, { $new } new
cards-done = That was all for now: { $count ->
    [0] no card
    [one] 1 card
   *[other] { $count } cards
}.
cards-next = The next one comes { $when }.

## A drill on the screen and in lines

home-training = Training: practise on made-up faults
verb-look = look
verb-hint = hint
drill-bar-none = Training
drill-bar = Training ({ $mode })  simulated: { $minutes } min
drill-left = { $left } left
drill-title = Training: meet the faults here before the queue does
drill-intro = Faults and customers are made up. What is done here and its score never go to the shop's history or figures.
drill-trainee = Trainee: { $name }.
drill-no-trainee = No trainee is named: the score is not kept.
drill-name = Say who trains, so that the score is kept
drill-name-other = Somebody else trains
drill-name-title = Who trains? Name or staff number
drill-name-take = Train under this name
drill-name-nobody = Train without a name: the score is not kept
drill-name-how = Write it the same each time: the scores and the course go by it. Practice begun without a name that is not over goes along.
drill-beside = { $title } ({ $aside })
drill-course = Course: { $title }
drill-course-far = { $passed } of { $all } passed
drill-course-how = Each is an exam; { $mark } points out of 100 pass.
drill-cards = Cards: codes and messages
drill-cards-line = Cards: what codes and messages mean
drill-course-done = Course passed. The trainer can print the certificate.
drill-course-name = Say first who trains: the course goes by the name.
drill-course-spent = No tries are left for this one. Ask the trainer for another.
drill-mode-exam-back = Exam: against the clock, no hints
drill-go-on = Go on with the last one:
drill-go-on-anew = Beginning another one gives this one up.
drill-mode-practice = Practice: with hints, and you are told at each answer
drill-mode-exam = Exam: against the clock, no hints, no way back
drill-levels = How hard? ({ $mode })
drill-level-count = { $count ->
    [one] 1 scenario
   *[other] { $count } scenarios
}
drill-any = any of them
drill-scenarios = Choose a scenario ({ $mode }, { $level })
drill-none = This guide has no scenarios.
drill-screen-shows = On the terminal's screen:
drill-dark = The screen is dark and shows nothing.
drill-customer = The customer:
drill-scene-look = Look at something first
drill-scene-begin = Begin with the questions
drill-scene-go-on = Go on with the questions
drill-looks = Look at what?
drill-looks-how = Each look takes its minutes. Look at what helps.
drill-looks-none = You have seen all there is to see.
drill-look-minutes = { $minutes } min
drill-seen-title = Seen so far
drill-seen = { $look }: { $shows }
drill-back = Back
drill-hint-look = The look that tells: { $look }.
drill-hint-none = Nothing here tells that.
drill-no-hints = An exam has no hints.
drill-no-way-back = In this exam an answer can't be changed.
drill-time-up = The time is up.
drill-over = This drill is over.
drill-not-now = That can't be done now.
drill-not-here = Not in a drill: nothing of it goes to the shop's records.
drill-no-scenario = There is no scenario { $id }.
drill-misses = This scenario does not fit the guide any more and can't be played.
drill-changed = The guide has changed: the drill can't be gone on with and ends here.
drill-agrees = Right: that is what you saw.
drill-guessed = Right, but you did not look ({ $look }): that was luck.
drill-unsure = A look tells that: { $look }.
drill-against = That is not what the facts say.
drill-against-blind = That is not what the facts say, and you did not look: { $look }.
drill-unknown = In this scene nothing shows that: the answer does not count.
drill-entry-leads-nowhere = From here the facts do not lead to the remedy. Read the terminal's screen again, and begin with what it shows.
drill-again = Choose again
drill-right-is = Right would be: { $answer }
drill-why = Why: { $why }
drill-why-harm = It does harm: { $why }
drill-feedback = That step was not right
drill-actions-title = What do you do first?
drill-actions-how = Choose in order, { $most } at most. Choosing one again takes it back.
drill-actions-none = Nothing needs doing first here.
drill-actions-confirm = Do that
drill-actions-empty = Choose at least one.
drill-actions-full = { $most } at most. Take one back before choosing another.
drill-actions-sum = First actions: { $right } of { $all } right and in order.
drill-remedy-is = You have come to: { $cause }
drill-telling-title = What do you tell the customer?
drill-saying-none = (say nothing)
drill-told-right = The customer was told the right thing.
drill-told-wrong = Wrong to say to the customer: { $said }
drill-result = What came of it
drill-worked = The right remedy: { $cause }
drill-harmed = One choice does harm: this drill is not passed.
drill-failed = Not yet. Tried: { $cause }
drill-goes-on = It is not mended yet; the guide asks on.
drill-tried-rightly = It was right to try that, but something else is wrong too.
drill-tried-wrongly = What there is to see does not speak for that remedy.
drill-continue = Go on
drill-share = { $part }: { $points }
drill-cost = {" "}({ $minutes } min)
drill-not-right = {" "}(with a mistake)
drill-how-scored = How points are counted
drill-elsewhere = Another window goes on with this drill: what is done here is not kept any more.
drill-not-kept-why = The drill is not kept: { $why }
drill-saved = The debrief is saved in { $path }
drill-plain-need-file = Type the name of the web page after e, for example e debrief.html.
drill-begin-exam = Begin this exam?
drill-begin-other = Begin another drill?
drill-begin-time = You have { $minutes } minutes. The time runs on while you are away.
drill-begin-no-time = There is no time limit.
drill-begin-back = There are no hints. Answers can be changed.
drill-begin-no-back = There are no hints, and no answer can be changed.
drill-begin-try = It counts in the course: try { $number } of { $all }.
drill-begin-counts = It counts in the course.
drill-begin-passed = You have passed this one in the course already; that stays so.
drill-begin-spent = No tries are left for this one in the course: it does not count there.
drill-begin-open = “{ $title }” is not over. It counts as given up when you begin this one.
drill-begin-open-exam = The exam “{ $title }” is not over. It counts as given up, and as a try, when you begin this one.
drill-begin-go-on = Go on with “{ $title }”
drill-begin-yes = Begin
drill-begin-no = Not now
drill-course-under-way = under way
drill-leave = This drill is not over
drill-leave-how = You can leave it and go on from here later. The time of an exam runs on.
drill-leave-stay = Stay
drill-leave-quit = Quit: this drill is lost
drill-leave-later = Leave, and go on later
drill-leave-give-up = Give up and see the debrief
drill-gave-up-other = The drill that was not over counts as given up.
drill-only = That is for drills.
drill-no-terminal = Training needs a terminal. tilldoc train --plain runs it in lines.
drill-plain-choose = Type a number from 1 to { $last } ({ $mode }). m practice or exam, n and a name keeps scores, ? help, q leave.
drill-plain-course = Type a number from 1 to { $last }; it counts as an exam. a all scenarios, n and a name, ? help, q leave.
drill-plain-course-is = c opens the { $course }.
drill-plain-entry = Type a number from 1 to { $last }; for a code or message on the screen, / and its words. o look, s the scene again, ? help.
drill-plain-keys = o look, t hint, b back, s the scene again, g give up, ? help.
drill-plain-keys-exam = o look, s the scene again, g give up, ? help.
drill-plain-enter = Press Enter to go on.
drill-plain-actions = Type their numbers in order, { $most } at most, for example 2,1.
drill-plain-look = Type a number from 1 to { $last } to look, b to go back.
drill-plain-again = Another one: press Enter for the list. e and a file name saves the debrief as a web page. q leaves.
drill-plain-left = You leave a drill that is not over.
drill-plain-help =
    a number: answers what was asked last, or chooses
    o look    t hint (in practice)    b back    s the scene again
    / and words: look up a code or message
    g give up and see the debrief    l language    q leave
    between drills: m practice or exam, c course, a all scenarios
    between drills: n and a name or staff number, for example n Li Wei
verb-end-drill = give up
drill-not-kept = The score is gone when you leave the program.
drill-leave-lost = You can leave it and go on from here as long as the program runs. The time of an exam runs on.
drill-plain-lost = You leave a drill that is not over. It can't be gone on with.

## Defects of the program

store-defect = Sessions can't be kept because of a defect in tilldoc.
store-defect-help = Save the summary in a file (e), quit tilldoc and come back.
store-defect-brief = a defect in tilldoc

## Text that is pasted

notice-paste-cut = Only the beginning fits: this field takes { $most } characters.
notice-paste-nowhere = There is no field here to paste into. Nothing was done.

## Terminals that can only print lines

error-dumb-terminal = This terminal can't show a full screen (TERM=dumb). Use: tilldoc plain
error-dumb-terminal-drill = This terminal can't show a full screen (TERM=dumb). Use: tilldoc train --plain
