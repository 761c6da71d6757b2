"""Every example of "whatever way it comes", and the neighbours of each: what is typed, and what the last command says of it.

A row is a script, one command a line (`cmd <<< text` gives it through a pipe), and what must stand in the answer of its last
command; with `not: ` before it, what must not. A row for a terminal, an editor or a real shell is the test that drives one, and
the words of its case there.
"""

from typing import NamedTuple


class Row(NamedTuple):
    """A script and what its last command must say."""

    script: str
    says: tuple[str, ...]


class Held(NamedTuple):
    """A test that holds a row, and the words of its case in that file."""

    test: str
    case: str = ""


def row(script: str, *says: str) -> Row:
    return Row(script, says)


ASK, WHO, MD, JOURNAL = "tests/cli/asking/", "tests/cli/who/", "tests/markdown/", "tests/journal/"
PASTED, TYPING, AGAIN, CLARIFY = (
    f"{ASK}test_pasted.py::",
    f"{ASK}test_typing.py::",
    f"{ASK}test_again.py::",
    f"{ASK}test_clarify.py::",
)
MOVED, CORRECTED, ONE = f"{JOURNAL}test_moved.py::", f"{JOURNAL}test_corrected.py::", f"{WHO}test_one_person.py::"
REFLECT, NEEDED, PICKER, LEAVING = (
    f"{ASK}test_reflect.py::",
    f"{ASK}test_needed.py::",
    f"{ASK}test_picker.py::",
    f"{ASK}test_leaving.py::",
)
SHELLS, DOORS, PROMPT = "tests/cli/test_shells.py::", "tests/cli/test_any_door.py::", f"{ASK}test_prompt.py::"
LOG, SEE = "people add 'Mia Tanaka' --relation report\nlog mia ", "\ntimeline --private"


def logged(words: str, *says: str) -> Row:
    """Words that are logged with Mia, and what stands in the journal then."""
    return row(f"people add 'Mia Tanaka' --relation report\nlog mia - <<< {words}\ntimeline --private", *says)


def told(words: str, *says: str) -> Row:
    """Words that are logged with Mia, and what is said about them."""
    return row(f"people add 'Mia Tanaka' --relation report\nlog mia - <<< {words}", *says)


def document(words: str, *says: str) -> Row:
    """The same words as a document."""
    return row(
        f"import - <<< ---\\nwith: mia\\nat: 2026-11-20T10:00+09:00\\n---\\n\\n{words}\ntimeline --private", *says
    )


PROMPTS = {
    "1 paste: the second line of a paste is text, never the shell's": (
        Held(f"{PASTED}test_a_paste_is_text_whatever_is_in_it"),
        Held(f"{PASTED}test_the_plain_reader_takes_a_paste_too"),
        Held(f"{PASTED}test_what_comes_after_the_end_is_kept_apart_and_never_the_shells"),
        Held(f"{NEEDED}test_a_check_in_without_words_asks_for_them", "echo rm -rf"),
        Held(f"{NEEDED}test_a_reason_without_words_is_asked_for", "she is ill"),
        Held(f"{PICKER}test_a_paste_with_line_ends_takes_nothing_by_itself"),
    ),
    "1 paste: the second paragraph answers no later question": (
        Held(f"{PASTED}test_nothing_answers_a_question_that_was_not_there_yet"),
        Held(f"{PASTED}test_what_is_typed_before_the_prompt_is_there_belongs_to_the_text"),
        Held(f"{REFLECT}test_a_pasted_answer_is_read_as_at_the_prompt"),
        Held(f"{TYPING}test_what_was_typed_before_a_question_answers_nothing"),
    ),
    "1 a long line is whole where stdout is no terminal": (
        Held(f"{PASTED}test_a_long_line_is_whole_wherever_the_answer_goes"),
        Held(f"{LEAVING}test_the_prompt_does_not_stand_in_the_answer"),
        Held(f"{LEAVING}test_half_a_line_is_kept_wherever_the_answer_goes"),
        Held(f"{DOORS}test_each_word_of_a_paste_and_of_what_was_typed_ahead_is_in_the_entry_once"),
    ),
    "1 after a one-line log nothing is asked": (
        Held(f"{REFLECT}test_nobody_is_asked_after_words_that_came_otherwise"),
        Held(f"{REFLECT}test_nobody_is_asked_where_it_is_switched_off"),
        Held(f"{REFLECT}test_what_was_said_already_is_not_asked"),
        Held(f"{PICKER}test_never_in_a_pipe_and_never_with_json"),
    ),
    "1 an empty line, Ctrl-D, Ctrl-C": (
        Held(f"{PROMPT}test_an_empty_line_ends_it"),
        Held(f"{PROMPT}test_the_end_of_input_ends_it"),
        Held(f"{PROMPT}test_leaving_after_words_keeps_them"),
        Held(f"{PROMPT}test_a_line_that_was_not_finished_is_kept_too"),
        Held(f"{PASTED}test_ctrl_c_in_the_middle_of_a_paste_keeps_it"),
    ),
    "1 while typing: colours, Tab, the line below": (
        Held(f"{TYPING}test_the_line_below_says_what_will_become_of_the_words"),
        Held(f"{TYPING}test_what_is_not_read_is_not_coloured_as_if_it_were"),
        Held(f"{TYPING}test_tab_completes_labels_people_and_goals"),
        Held(f"{TYPING}test_tab_completes_people_by_their_readings_and_lists_all_who_fit"),
        Held(f"{TYPING}test_the_line_below_is_in_the_language_that_is_set"),
    ),
    "1 len: by itself with --live": (
        Held(f"{TYPING}test_a_live_talk_keeps_how_long_it_lasted_unless_that_is_said"),
        Held(f"{TYPING}test_one_empty_line_stands_between_topics_of_a_live_talk"),
        Held(f"{TYPING}test_the_plain_reader_takes_a_live_talk_too"),
        Held(f"{TYPING}test_a_live_talk_that_is_broken_off_is_kept"),
    ),
    "1 every line is on disk before the next one": (
        Held(f"{PASTED}test_a_terminal_that_goes_away_leaves_all_that_was_typed"),
        Held(f"{PROMPT}test_a_terminal_that_goes_away_leaves_the_words"),
        Held(f"{REFLECT}test_an_answer_is_on_disk_while_it_is_typed"),
        Held(f"{NEEDED}test_ctrl_c_at_a_reason_changes_nothing_and_keeps_it"),
    ),
    "1 scales take what they say, and drop no answer": (
        Held(f"{REFLECT}test_a_score_that_is_none_is_said_and_asked_again"),
        Held(f"{REFLECT}test_words_that_are_no_score_wait"),
        Held(f"{REFLECT}test_an_answer_that_ctrl_c_broke_off_waits_and_the_others_are_taken"),
        Held(f"{REFLECT}test_a_blank_answer_is_none"),
    ),
    "1 the questions end, and are switched off by config": (
        Held(f"{REFLECT}test_they_say_how_to_switch_them_off_until_somebody_has_answered"),
        row("config reflect off\nconfig get reflect", "off"),
        row("config set reflect off\nconfig list", "reflect"),
        row("config path", "config.toml"),
        row("config get reflekt", "reflect"),
        row("config set reflect perhaps", "perhaps"),
    ),
}

CORRECTIONS = {
    "2 a meeting of the wrong person is moved: parked topics and private notes stay": (
        row(
            "people add Mia\npeople add Bea --new\ntopic mia 'salary'\nnote mia 'x: she is ill'\nlog mia 'we met'\nchange last mia with:bea\nshow bea --private",
            "not: salary",
            "not: she is ill",
        ),
        row(
            "people add Mia\npeople add Bea --new\ntopic mia 'salary'\nnote mia 'x: she is ill'\nlog mia 'we met'\nchange last mia with:bea\ntopics mia",
            "salary",
        ),
        row(
            "people add Mia\npeople add Bea --new\nnote mia 'c: the freeze'\nlog mia 'we met'\nchange last mia with:bea\nmoments --private --with bea",
            "not: the freeze",
        ),
        Held(f"{MOVED}test_lines_in_another_order_stay_theirs"),
        Held(f"{MOVED}test_import_over_it_moves_it_like_an_edit"),
    ),
    "2 feedback turns with the relation": (
        row(
            "people add Mia --relation report\npeople add Bea --new --relation manager\nlog mia 'p: clear talk'\nchange last mia with:bea\nmoments",
            "\tBea\tme",
        ),
        row(
            "people add Mia --relation manager\npeople add Bea --new --relation report\nlog mia 'gr: slower'\nchange last mia with:bea\nmoments",
            "\tme\tBea",
        ),
        row(
            "people add Mia --relation report\npeople add Bea --new --relation peer\nlog mia 'p: clear from:mia'\nchange last mia with:bea\nmoments",
            "\tBea\tme",
        ),
        Held(f"{MOVED}test_feedback_that_was_said_to_go_the_other_way_does_not_turn"),
    ),
    "2 a mistaken meeting that is deleted gives back topics and notes": (
        row("people add Mia\ntopic mia 'salary'\nlog mia 'we met'\ndelete last mia\ntopics mia", "salary"),
        row(
            "people add Mia\nnote mia 'bring the list'\nlog mia 'we met'\ndelete last mia\nprep mia --md",
            "bring the list",
        ),
        row("people add Mia\ntopic mia 'salary'\nlog mia 'we met'\ndelete last mia\nundo\ntimeline", "salary"),
        Held(f"{MOVED}test_a_meeting_that_is_deleted_for_good_leaves_what_was_gathered_here_and_in_backups"),
        Held(f"{MOVED}test_undo_gives_the_same_and_redo_as_well"),
        Held(f"{MOVED}test_import_over_it_moves_it_like_an_edit"),
    ),
    "2 the reason of done is its own, and reopen lets it go": (
        row(
            "log mia --new 'a: draft it why: the board'\ndone last --why 'sent on monday'\nactions --all --json",
            '"why": "the board"',
            '"outcome": "sent on monday"',
        ),
        row(
            "log mia --new 'a: draft it why: the board'\ndone last --why 'sent'\nreopen last\nactions --json",
            '"why": "the board"',
            '"outcome": null',
        ),
        row(
            "log mia --new 'a: draft it'\ndrop last --why 'nobody needs it'\nactions --all --json",
            '"why": null',
            '"outcome": "nobody needs it"',
        ),
        row(
            "log mia --new 'a: draft it why: the board'\ndone last --why 'sent'\nexport --format csv",
            "the board",
            "sent",
            "not: the board sent",
        ),
        row(
            "log mia --new 'c: the freeze'\ndone last --why 'it is over'\nmoments --private --json",
            '"outcome": "it is over"',
        ),
        row("log mia --new 'a: draft it why: the board'\ndone last --why 'sent'\nhistory last --json", "sent"),
    ),
    "2 an edit that is refused opens again": (
        Held(f"{AGAIN}test_a_document_that_is_refused_opens_again_with_the_reason_on_top"),
        Held(f"{AGAIN}test_who_leaves_it_as_it_is_finds_the_words_kept_and_mends_them_later"),
        Held(f"{AGAIN}test_elsewhere_it_is_refused_at_once_and_can_be_mended"),
        Held(f"{ASK}test_editor.py::test_words_that_an_edited_meeting_refuses_are_kept"),
    ),
    "2 a backslash of ours goes with the correction": (
        Held(f"{CORRECTED}test_a_backslash_of_ours_goes_with_the_correction"),
        Held(f"{CORRECTED}test_a_backslash_of_somebody_s_own_stays"),
        Held(f"{CORRECTED}test_escapes_of_a_formatter_are_no_words"),
        Held(f"{DOORS}test_the_document_of_the_entry_says_the_same_again"),
    ),
    "2 words behind ^id, wrapped lines, a formatter: the same record": (
        Held(f"{CORRECTED}test_words_that_were_typed_behind_an_id_are_its_record_s"),
        Held(f"{CORRECTED}test_keys_that_were_typed_behind_an_id_are_read"),
        Held(f"{CORRECTED}test_a_document_that_was_wrapped_anywhere_has_the_same_records"),
        Held(f"{CORRECTED}test_a_formatter_leaves_every_record_what_it_was"),
    ),
    "2 an editor that saves later": (
        Held(f"{AGAIN}test_what_an_editor_saves_later_is_taken_over"),
        Held(f"{AGAIN}test_one_that_nobody_writes_in_goes_after_a_day"),
        Held(f"{AGAIN}test_an_editor_that_saved_it_as_it_was_is_done"),
        Held(f"{AGAIN}test_a_draft_that_waits_for_its_editor_is_forgotten_with_the_person"),
    ),
    "2 a pipe for a name that is not clear: the words are on disk": (
        row("people add 'Ann Bee'\npeople add 'Ann Cee' --new\nlog ann - <<< we met\nrecover 1 --show", "we met"),
        row("people add 'Zoe Quinn'\nlog 'Zoe Quint' - <<< we met\nrecover 1 --show", "we met"),
        row("people add 'Ann Bee'\npeople add 'Ann Cee' --new\nnote ann - <<< bring it\nrecover 1 --show", "bring it"),
        row(
            "people add 'Ann Bee'\npeople add 'Ann Cee' --new\nconcern - --with ann <<< the freeze\nrecover 1 --show",
            "the freeze",
        ),
        row("log mia --new --len soon - <<< we met\nrecover 1 --show", "we met"),
    ),
    "2 a refused file is not kept twice": (
        row(
            "people add 'Ann Bee'\npeople add 'Ann Cee' --new\nlog ann --file talk.md\nrecover",
            "not: talk",
            "not: recover",
        ),
        row("log mia --new --len soon --file talk.md\nrecover", "not: from the file"),
        row("people add Ann\npeople add 'Ann Cee' --new\nlog ann 'we met'\nrecover", "not: we met"),
        row("import talk.md --with nobody.at.all --on blub\nrecover", "not: from the file"),
    ),
    "2 a forgotten draft is named by bare onelog, log and doctor alone": (
        row("people add Mia\nlog mia - --len soon <<< we met\ndoctor", "recover"),
        row("people add Mia\nlog mia - --len soon <<< we met\nlog mia 'more'", "recover"),
        row("people add Mia\nlog mia - --len soon <<< we met\nactions", "not: recover"),
        row("people add Mia\nlog mia - --len soon <<< we met\ntimeline", "not: recover"),
        row("people add Mia\nlog mia - --len soon <<< we met\nstatus --short", "not: recover"),
    ),
}

PEOPLE = {
    "3 log zoe with Zoë Quinn there": (
        row("people add 'Zoë Quinn'\nlog zoe 'we met'\npeople", "Zoë Quinn", "not: \tzoe\t"),
        row("people add 'José Álvarez'\nlog 'jose alvarez' 'we met'\ntimeline", "José Álvarez"),
        row("people add 'Øyvind Berg'\nlog oyvind 'we met'\ntimeline", "Øyvind Berg"),
        row("people add 'Jürgen Groß'\nlog gross 'we met'\ntimeline", "Jürgen Groß"),
        row("people add 'Łukasz Nowak'\nlog LUKASZ 'we met'\ntimeline", "Łukasz Nowak"),
    ),
    "3 a first name first and the whole name later": (
        row("log zoe 'we met'\nlog 'Zoe Quinn' 'again'", "Zoe Quinn", "zoe", "--new"),
        row("log zoe 'we met'\nnote 'Zoe Quinn' 'again'", "--new"),
        row("log zoe 'we met'\npeople add 'Zoe Quinn'", "--new"),
        row("log zoe 'we met'\nconcern 'late' --with 'Zoe Quinn'", "--new"),
    ),
    "3 log 田中さん with 田中美香": (
        row("people add 田中美香\nlog 田中さん 話した\ntimeline", "田中美香"),
        row("people add 田中美香\nlog 美香 話した\ntimeline", "田中美香"),
        row("people add 田中美香\nlog 田中部長 話した\ntimeline", "田中美香"),
        row("people add '田中 美香'\nlog 田中美香 話した\npeople", "田中 美香", "not: \t田中美香\t"),
        row("people add 田中美香\npeople add 田中一郎 --new\nlog 田中さん 話した", "田中美香", "田中一郎"),
    ),
    "3 @相手 is whom one met": (
        logged("宿題：図を描く ＠相手", "\tMia Tanaka\t図を描く\topen\t\tMia Tanaka"),
        logged("a: draft it @them", "\tdraft it\topen\t\tMia Tanaka"),
        logged("宿題：図を描く ＠自分", "\t図を描く\topen\t\tme"),
        row("actions add '図 @相手'", "相手"),
    ),
    "3 two people in one word are nobody": (
        row("log emi,farid 'we met'\npeople", "not: emi"),
        row("log emi+farid 'we met'\npeople", "not: emi+farid"),
        row("log 'emi and farid' 'we met'\npeople", "not: emi and farid"),
        row("log 田中、佐藤 話した\npeople", "not: 田中、佐藤"),
    ),
    "3 people add of two names": (
        row("people add 'Aaron Blythe' 'Bea Ito'\npeople", "not: Aaron"),
        row("people add 'Aaron Blythe' 'Bea Ito'", 'people add "Aaron Blythe"', 'people add "Bea Ito"'),
        row("people add Aaron Blythe\npeople", "\tAaron Blythe\t"),
        row("people add 田中 佐藤\npeople", "not: \t田中佐藤\t"),
        row("people add Aaron\npeople add Aaron", "Aaron"),
    ),
    "3 an import of a name that resembles somebody asks": (
        row(
            "people add 'Aaron Blythe'\nimport - <<< ---\\nwith: Aron\\nat: 2026-11-20T10:00+09:00\\n---\\n\\nwe met",
            "Aron",
            "--people",
        ),
        row(
            "people add 'Aaron Blythe'\nimport - --people Aron=Aaron <<< ---\\nwith: Aron\\nat: 2026-11-20T10:00+09:00\\n---\\n\\nwe met\ntimeline",
            "Aaron Blythe",
        ),
        row(
            "people add 'Aaron Blythe'\nimport - <<< ---\\nwith: Aaron B.\\nat: 2026-11-20T10:00+09:00\\n---\\n\\nwe met\ntimeline",
            "Aaron Blythe",
            "not: Aaron B.",
        ),
        row(
            "people add 田中美香\nimport - <<< ---\\nwith: 田中美佳\\nat: 2026-11-20T10:00+09:00\\n---\\n\\n話した",
            "--people",
        ),
    ),
    "3 @nobdy in the editor makes nobody": (
        Held(f"{ONE}test_the_editor_says_who_is_new"),
        Held(f"{ONE}test_an_owner_who_is_not_clear_is_said_and_stays_text"),
        row("people add Nobody\nlog mia --new 'a: draft it @nobdy'", "nobdy"),
        row("people add Farid\nactions add 'draft it @fard'\npeople", "not: \tfard\t"),
        row("people add 田中美香\nlog mia --new '宿題：図 ＠田中美佳'\npeople", "not: \t田中美佳\t"),
    ),
    "3 @3pm and @500 are text": (
        logged("a: call at @3pm", "\tcall at @3pm\topen\t\tme"),
        logged("a: pay @500", "\tpay @500\topen\t\tme"),
        logged("a: add @types/node", "\tadd @types/node\topen\t\tme"),
        logged("a: write to @bob@example.org now", "\tme\t"),
        logged("a: 図 ＠３時", "\tme\t"),
    ),
    "3 several aliases, a reading, the order": (
        row(
            "people add 田中美香 --alias mika --alias tanaka --reading たなか\nlog mika 話した\nlog tanaka また\ntimeline",
            "田中美香",
        ),
        row("people add 田中美香 --reading たなかみか\nlog たなか 話した\ntimeline", "田中美香"),
        row(
            "people add 渡辺優 --reading わたなべ\npeople add 青木順 --reading あおき --new\npeople add 佐藤健 --reading さとう --new\npeople",
            "青木順",
        ),
        Held(f"{ONE}test_people_are_listed_by_their_reading"),
        Held(f"{ONE}test_an_alias_of_somebody_is_nobody_elses"),
    ),
    "3 quotes around a name are none of it": (
        row("people add “Zoe Quinn”\npeople", "\tZoe Quinn\t"),
        row("people add 'Zoe Quinn'\npeople add “Zoe Quinn”\npeople", "not: “"),
        row("people add 「田中美香」\nlog 田中 話した\npeople", "\t田中美香\t"),
        row(
            "people add 'Mia Tanaka'\nlog mia 'a: draft it @“Mia Tanaka” due:“fri”'\nactions",
            "\tdraft it\topen\t\tMia Tanaka",
        ),
        row("people add 'Mia Tanaka'\nprep “mia” --md", "Mia Tanaka"),
        row(
            "people add 'Mia Tanaka'\nimport - <<< ---\\nwith: “Mia Tanaka”\\nat: 2026-11-20T10:00+09:00\\n---\\n\\nwe met\ntimeline",
            "\tMia Tanaka\t",
        ),
    ),
    "4 what is pasted from other programs": (
        logged("Action items\\n•\\tSend the deck\\n•\\tCall Bob", "\tSend the deck\t", "\tCall Bob\t"),
        logged("Concerns\\n⁃ she may leave", "concern\t", "\tshe may leave\t"),
        logged("◦ a: draft it", "\tdraft it\topen"),
        logged("\u200ba: draft it due:fri\u200b", "2026-11-27\tMia Tanaka\tdraft it"),
        logged("☑\ufe0f draft it", "\tdraft it\tdone"),
        told("- [] draft it", "“[]”", "- [ ]"),
        told("TODO(mia): draft it", "“TODO(mia):”"),
        told("宿題（佐藤）：図を描く", "“宿題（佐藤）：”"),
    ),
    "3 people merge, whole and undoable": (
        row(
            "log zoe 'we met a: draft it @them'\npeople add 'Zoe Quinn' --new\npeople merge zoe 'Zoe Quinn'\nactions",
            "\tZoe Quinn\tdraft it",
        ),
        row(
            "log zoe 'we met'\npeople add 'Zoe Quinn' --new\npeople merge zoe 'Zoe Quinn'\nundo\npeople",
            "\tzoe\t",
            "Zoe Quinn",
        ),
        row("log zoe 'we met'\npeople merge zoe zoe", "not: merged"),
        Held(
            "tests/journal/test_people_merged.py::test_of_any_two_people_nothing_is_lost_and_one_undo_gives_the_same_rows"
        ),
    ),
    "3 what leaves names nobody who is not meant: 佐藤さん of 佐藤健太": (
        row(
            "people add 佐藤健太 --relation peer\npeople add 田中美香 --relation report --new\nlog 田中 '佐藤さんと話した d: 一本化'\nreview --for hr",
            "not: 佐藤",
        ),
        row(
            "people add 'Bea Okafor' --relation peer\npeople add 'Mia Tanaka' --relation report\nlog mia 'd: Bea leads it'\nreview --for hr",
            "not: Bea",
        ),
        row(
            "people add 'Bea Okafor' --alias bibi --relation peer\npeople add 'Mia Tanaka' --relation report\nlog mia 'd: bibi leads it'\nreview --for hr",
            "not: bibi",
        ),
        row(
            "people add '佐藤 健太' --relation peer\npeople add 田中美香 --relation report --new\nlog 田中 'd: 佐藤部長に任せる'\nreview --for hr",
            "not: 佐藤",
        ),
    ),
}

GRAMMAR = {
    "4 labels in the second of two typed lines": (
        logged("we met\\nthen late a: draft it", "\tdraft it\topen", "we met\\nthen late"),
        logged("we met\\naha: faster", "aha\t", "\tfaster\t"),
        logged("we met\\n\\nthen c: she is tired", "concern\t", "\tshe is tired\t"),
        logged("we met\\r\\nthen late d: one list", "decision\t", "\tone list\t"),
    ),
    "4 宿題：　図 and blanks of other kinds": (
        logged("宿題：　図", "\t図\topen"),
        logged("a:\u00a0draft it", "\tdraft it\topen"),
        logged("we met\u3000a:\u3000draft it", "\tdraft it\topen"),
        logged("a:\u2009draft it due:\u202ffri", "2026-11-27\tMia Tanaka\tdraft it"),
        logged("a:\\tdraft it", "\tdraft it\topen"),
    ),
    "4 full-width signs and digits": (
        logged("宿題：図　＠相手　due：金曜", "2026-11-27\tMia Tanaka\t図\topen\t\tMia Tanaka"),
        logged("mood：４", "\t4\t"),
        logged("len：４５m", "\t45\t"),
        logged("話した ＃採用 ＋計画", "採用", "計画"),
        logged("宿題：図 due：２０２６－１２－０１", "図"),
    ),
    "4 decomposed text, as a Mac writes it": (
        logged("気つ\u3099き：速い", "aha\t", "\t速い\t"),
        row("people add 'Zoe\u0301'\nlog zo\u00e9 'we met'\npeople", "not: \tzo\u00e9\t"),
        logged("＃テ\u3099サ\u3099イン", "デザイン"),
        row("people add ジョン\nlog シ\u3099ョン 話した\ntimeline", "ジョン"),
    ),
    "4 a label after 。": (
        logged("話した。宿題：図", "\t図\topen"),
        logged("良い？」気づき：速い", "\t速い\t"),
        logged("話した！決定：一本化", "\t一本化\t"),
        logged("（話した）懸念：遅い", "\t遅い\t"),
        logged("話した、宿題：図", "話した、宿題：図"),
    ),
    "4 list marks and brackets": (
        logged("・宿題：図", "\t図\topen"),
        logged("■決定事項\\n・一本化する\\n・金曜に出す", "decision\t", "\t一本化する\t", "\t金曜に出す\t"),
        logged("【宿題】図を描く", "\t図を描く\topen"),
        document("## Decisions\\n- one list\\n- two weeks", "\tone list\t", "\ttwo weeks\t"),
        document("> a: draft it", "\tdraft it\topen"),
        document("**Actions**\\n- draft it", "\tdraft it\topen"),
        document("# Private notes\\n- she is ill", "private\t", "\tshe is ill\t"),
    ),
    "4 A:, a:send and mood: 4 are said": (
        told("A: yes. B: no", "“A:”"),
        told("a:send", "“a:”"),
        told("Action:send", "“Action:”"),
        told("we met\\n\\nmood:4", "“mood:4”"),
        told("prase: clear", "praise:"),
        told("@olga: draft it", "“@olga”"),
        document("mood: 4\\nwe met", "\t4\t"),
    ),
    "4 mode: remote": (
        logged("mode: remote we met", "\tvideo\t"),
        logged("mode:zoom we met", "\tvideo\t"),
        logged("mode:in-person we met", "\toffice\t"),
        logged("mode:対面 話した", "\toffice\t"),
        logged("mode: call we met", "\tphone\t"),
    ),
    "4 tags #c++ #c# #node.js": (
        logged("we met #c++ #c# #node.js", "c++", "c#", "node.js"),
        logged("話した。＃採用", "採用"),
        logged("we met #r&d", "r&d"),
        row("log mia --new 'see https://a.b/c#frag'\ntimeline --tag frag", "not: frag"),
        row("log mia --new 'see [it](#section)'\ntimeline --tag section", "not: section"),
        row("log mia --new 'run `#code`'\ntimeline --tag code", "not: #code"),
        row("log mia --new 'write to a@b.org#x'\ntimeline --tag x", "not: a@b"),
    ),
    "4 an unclosed fence over labels is said": (
        told("```\\na: draft it", "line 1", "never closed"),
        told("~~~\\nc: she is tired", "never closed"),
        told("````\\n```\\na: draft it\\n```", "never closed"),
        told("```\\na: draft it\\n```", "not: never closed"),
    ),
    "4 prose that enumerates is prose, and said": (
        told("we discussed option a: rewrite, and option b: patch", "“option a:”"),
        told("drive c: full", "“drive c:”"),
        told("section a: intro and d: end", "“section a:”"),
        logged("section a: intro and d: end", "section a: intro and d: end", "not: decision\t"),
        told("she has grade c: passed", "“grade c:”"),
        told("vitamin d: take it", "“vitamin d:”"),
        told("we meet in room c: too small", "“room c:”"),
        told("案 a：書き直す、案 d：待つ", "“案 a：”"),
        logged("we discussed the plan a: send it", "\tsend it\topen"),
    ),
    "4 @thm asks for @them where nobody is called so": (
        told("a: draft it @thm", "@thm", "@them"),
        told("a: draft it @tehm", "@tehm", "@them"),
        told("a: draft it @thme", "@thme"),
        told("a: draft it @themm", "@themm"),
        row("people add Thm\nlog mia --new 'a: draft it @thm'\nactions", "\tThm\t"),
    ),
    "4 an owner that is joined with its words": (
        logged("- [ ] @them: send", "\tsend\topen\t\tMia Tanaka"),
        logged("a: @them, send", "\tsend\topen\t\tMia Tanaka"),
        logged("a: @them - send", "\tsend\topen\t\tMia Tanaka"),
        logged("宿題：＠相手：送る", "\t送る\topen\t\tMia Tanaka"),
        logged("a: send, due:fri", "2026-11-27\tMia Tanaka\tsend\topen"),
        document("- [ ] @them: send", "\tsend\topen\t\tmia"),
        row("people add Mia\nactions add '@mia: send'\nactions", "\tsend\topen\t\tMia"),
    ),
}

DAYS = {
    "5 the longest run of words that is a day": (
        logged("a: call Bob due:next thursday", "2026-11-26\tMia Tanaka\tcall Bob"),
        logged("a: due:next thursday call Bob", "2026-11-26\tMia Tanaka\tcall Bob"),
        logged("a: due:in two weeks call Bob", "2026-12-06\tMia Tanaka\tcall Bob"),
        logged("a: due:end of month call Bob", "2026-11-30\tMia Tanaka\tcall Bob"),
        logged("a: 期限:再来週の月曜 図を描く", "2026-11-30\tMia Tanaka\t図を描く"),
        logged("on:last fri 15:00 we met", "2026-11-20\tMia Tanaka\twe met"),
    ),
    "5 a refusal lists what is accepted, nearest first": (
        row("log mia --new --on fryday 'we met'", "fri"),
        row("actions add 'draft it due:fryday'", "fryday"),
        row("export 2026Q5", "2026Q"),
        row("log mia --new --on 12/5 'we met'", "12"),
        Held(f"{CLARIFY}test_a_question_about_a_day_takes_a_day_for_an_answer"),
    ),
    "5 on:blub and due:blub: the words are saved, and it is said": (
        told("on:blub we met", "blub", "onelog edit"),
        told("a: draft it due:blub", "blub", "onelog edit"),
        told("len:soon we met", "len:soon", "onelog edit"),
        row("people add Mia\nactions add 'draft it due:blub' --with mia\nactions", "draft it due:blub"),
        Held(f"{CLARIFY}test_a_day_that_is_none_is_asked_about"),
    ),
    "5 growth “from mia: …” is from Mia": (
        row("people add Mia\ngrowth 'from mia: be brief'\nmoments", "\tbe brief\t\tMia\tme"),
        row("people add Mia\npraise 'from mia: clear talk'\nmoments", "\tclear talk\t\tMia\tme"),
        row("people add Mia\ngrowth 'from nobody: be brief'\nmoments", "from nobody: be brief"),
        row("growth 'from the board: be brief'\nmoments", "from the board: be brief"),
    ),
    "5 numbers are read whole, or refused": (
        row("goals add MAU --to 2000000\ngoals checkin mau '1 200 000'\ngoals --json", '"current": 1200000'),
        row("goals add MAU --to 2000000\ngoals checkin mau 1.2M\ngoals --json", '"current": 1200000'),
        row("goals add NPS --to 90\ngoals checkin nps 60%\ngoals --json", '"current": 60'),
        row("goals add MAU --to 2000000\ngoals checkin mau 95万\ngoals --json", '"current": 950000'),
        row("goals add Sales --to 2000000\ngoals checkin sales 1200000eur\ngoals --json", '"current": 1200000'),
        row("goals add Sales --to 2000000\ngoals checkin sales ¥950000\ngoals --json", '"current": 950000'),
        row("goals add Sales --to 2000000\ngoals checkin sales 1.200\ngoals --json", '"current": null'),
        row("goals add Sales --to 2000000\ngoals checkin sales 1.2.3\ngoals --json", '"current": null'),
        row("goals add Sales --from 1k --to '2 000 000'\ngoals --json", '"start": 1000', '"target": 2000000'),
    ),
    "5 praise bea …: who is known is not passed over": (
        row("people add Bea\npraise bea great demo", "with:Bea"),
        row("people add Bea\nwin bea closed it", "with:Bea"),
        row("people add Bea\nwin bea closed it\nmoments", "\tbea closed it\t"),
        row("people add Bea\ngrowth Bea: slower\nmoments", "Bea: slower"),
        row("people add 佐藤\nwin 佐藤さん 決めた", "with:佐藤"),
        row("people add Bea\nwin bea closed it\nnominate", "not: closed it"),
    ),
    "5 monthly from the 31st counts from its base day": (
        Held("tests/core/test_cadence.py::test_a_day_of_the_month_comes_in_the_month_that_is_due", "31"),
        Held("tests/core/test_cadence.py::test_what_is_due_when_something_was_left_out"),
        Held("tests/core/test_cadence.py::test_so_many_steps_one_by_one_are_as_many_at_once"),
        Held("tests/core/test_moved_days.py::test_every_day_due_counts_once_and_every_meeting_keeps_one_at_most"),
    ),
    "5 a meeting dated in the future is asked about": (
        row("log mia --new --on 2028-01-01 'we met'", "in the future"),
        row("log mia --new --on 2028-01-01 'we met'\ntimeline", "not: we met"),
        row("people add Mia\nlog mia 'we met'\nchange last mia on:2028-01-01", "in the future"),
        row("log mia --new 'on:2028-01-01 we met'", "in the future"),
        Held(f"{CLARIFY}test_a_milestone_is_reached_by_meetings_that_took_place"),
    ),
    "5 a weekday with a later hour looks back": (
        row("log mia --new --on 'sun 16:00' 'we met'\ntimeline", "2026-11-15"),
        row("log mia --new 'on:sun 16:00 we met'\ntimeline", "2026-11-15"),
        row("log mia --new 'on:日曜16:00 話した'\ntimeline", "2026-11-15"),
        row("log mia --new --on 'sun 9:00' 'we met'\ntimeline", "2026-11-22"),
    ),
}

REST = {
    "6 a file system without hard links": (
        Held("tests/store/test_without_links.py::test_the_first_log_makes_the_journal"),
        Held("tests/store/test_without_links.py::test_the_first_import_makes_the_journal"),
        Held("tests/store/test_without_links.py::test_copies_exports_and_what_is_brought_back"),
        Held("tests/store/test_without_links.py::test_two_first_runs_at_once_lose_nothing"),
    ),
    "6 completion in real shells": (
        Held(f"{SHELLS}test_tab_completes_to_whole_words"),
        Held(f"{SHELLS}test_an_id_is_completed_and_its_words_are_only_shown"),
        Held(f"{SHELLS}test_two_people_of_one_name_are_both_offered_and_what_was_typed_stays"),
        Held("tests/cli/test_completion.py::test_ids_are_offered_with_their_words_where_they_can_be_taken"),
        Held("tests/cli/test_completion.py::test_every_parameter_is_completed_or_is_ones_own_words"),
    ),
    "6 words that people try lead to their command": (
        row("todo", "onelog actions"),
        row("list", "onelog"),
        row("new", "onelog log"),
        row("report", "onelog review"),
        row("sync", "onelog"),
        row("team", "not: thread"),
        row("config", "language"),
        row("remind", "onelog"),
        row("delete-person", "onelog"),
    ),
    "6 help on one screen, the rest by group": (
        Held("tests/cli/care/test_help.py::test_help_is_one_screen"),
        Held("tests/cli/care/test_help.py::test_help_on_a_group_lists_its_commands"),
        Held("tests/cli/care/test_help.py::test_all_of_it_lists_every_command_and_the_options_of_all"),
        row("help --all", "checkin", "recover", "merge"),
    ),
    "6 words of one meeting find it, wherever in it they stand": (
        row("log mia --new 'we talked about budget a: call the auditor'\nsearch budget auditor", "budget"),
        row("log mia --new 'the budget d: hire a controller'\nsearch controller budget", "controller"),
        row(
            "people add 'Mia Tanaka'\nlog mia 'the budget'\nlog bea --new 'the budget too'\nsearch mia budget",
            "Mia Tanaka",
            "not: too",
        ),
        row("people add 田中美香\nlog 田中 '予算 宿題：監査を頼む'\nsearch 予算 監査", "監査"),
        row("log mia --new 'the budget c: auditor is angry'\nsearch budget auditor", "not: angry"),
    ),
    "6 bare onelog says when a warning fires; prep --all": (
        Held("tests/cli/back/test_watch.py::test_the_morning_says_how_many_warn"),
        Held("tests/cli/back/test_watch.py::test_the_team_marks_of_whom_a_warning_is"),
        row(
            "people add Mia --relation report --every 1w\npeople add Bea --relation peer --every 1w --new\nprep --all --relation report",
            "Mia",
            "not: Bea",
        ),
        row("people add Mia --relation report\nteam", "Mia"),
    ),
}

EVERY = PROMPTS | CORRECTIONS | PEOPLE | GRAMMAR | DAYS | REST
