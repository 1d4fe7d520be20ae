"""Words that may not stand in the code, each with its reason and the places where it is right."""
import re

# (name, pattern, folders searched, files excepted (prefix), reason)
RULES = [
    ("nested-loop", r"\bQEventLoop\b|\bprocessEvents\b|\bexec\s*\(\s*\)|\b(?:QMenu|QDialog|QMessageBox|QDrag|menu|dialog|box)\b[\w.]*(?:\.|->|::)exec\s*\(|"
     r"QMessageBox::(?:question|warning|information|critical)\s*\(|QFileDialog::get\w+\s*\(|QInputDialog::get\w+\s*\(",
     ("storage/", "ui/", "app/"), ("app/desktop/main.cpp", "app/cli/main.cpp", "app/shots/"), "nested event loop (I11)"),
    ("qtsql", r"\bQSQLITE\b|\bQSqlDatabase\b|Qt6::Sql\b", ("storage/", "ui/", "app/"), ("storage/relay/", "app/relay/"),
     "plain SQLite beside SQLCipher: silent plaintext"),
    ("temporary-file", r"\bQTemporary(?:File|Dir)\b|\bmkstemps?\b|\btmpfile\b|\bQDir::temp(?:Path)?\b|\bTempLocation\b",
     ("storage/", "ui/", "app/"), (), "plaintext outside the vault (I8)"),
    ("debug-output", r"\bqDebug\s*\(|\bqInfo\s*\(|\bqCDebug\s*\(|std::cout\s*<<\s*\w*(?:json|resource)", ("storage/", "ui/"), (),
     "logs may not carry clinical data (I8)"),
    ("rand", r"\bQRandomGenerator\b|\bstd::random_device\b|\bstd::mt19937|\b(?:s?rand)\s*\(", ("storage/", "ui/", "app/"), ("ui/pages/firstrun/kit_step.cpp",),
     "randomness comes through base::Random"),
    ("clock", r"QDate(?:Time)?::current\w+\s*\(|system_clock::now", ("storage/",),
     ("storage/base/", "storage/record/dates.cpp", "storage/record/nam.cpp", "storage/record/reader.cpp"),  # when the caller names no day
     "time comes through base::Clock"),
    ("keywords", r"^\s*(?:(?:public|private|protected)\s+)?slots:|^\s*signals:|^\s*emit\s+\w+\(", ("storage/", "ui/", "app/"), (), "QT_NO_KEYWORDS: Q_SLOTS, Q_SIGNALS, Q_EMIT"),
    ("process-arguments", r"\bsystem\s*\(\s*\"|\bpopen\s*\(", ("storage/", "ui/", "app/"), (), "no shell is started"),
]


def strip_comment(line):
    return line.split("//", 1)[0] if "http" not in line else line


def check(tree, options):
    findings, seen = [], 0
    for path in tree.paths:
        if not path.endswith((".h", ".cpp", "CMakeLists.txt")):
            continue
        rules = [r for r in RULES if path.startswith(r[2]) and not path.startswith(tuple(r[3]))]
        if not rules:
            continue
        seen += 1
        for number, line in enumerate(tree.lines(path), 1):
            code = strip_comment(line)
            for name, pattern, _, _, reason in rules:
                if re.search(pattern, code):
                    findings.append(f"{path}:{number}: {name}: {reason}")
    return findings, f"{len(RULES)} rules, {seen} files"


BAD = [
    ("QEventLoop", {"ui/a.cpp": "QEventLoop loop;"}, "nested-loop"),
    ("processEvents", {"storage/a.cpp": "QCoreApplication::processEvents();"}, "nested-loop"),
    ("dialog.exec", {"ui/a.cpp": "if (dialog.exec() == 1)"}, "nested-loop"),
    ("menu.exec with a place", {"ui/a.cpp": "menu.exec(event->globalPos());"}, "nested-loop"),
    ("static question", {"ui/a.cpp": "QMessageBox::question(this, a, b);"}, "nested-loop"),
    ("static file dialog", {"ui/a.cpp": "QFileDialog::getOpenFileName(this);"}, "nested-loop"),
    ("plain SQLite", {"storage/v/a.cpp": "QSqlDatabase::addDatabase(x);"}, "qtsql"),
    ("Qt Sql linked", {"storage/v/CMakeLists.txt": "chevet_library(V LINKS Qt6::Sql)"}, "qtsql"),
    ("temporary file", {"storage/a.cpp": "QTemporaryFile file;"}, "temporary-file"),
    ("debug output", {"ui/a.cpp": "qDebug() << name;"}, "debug-output"),
    ("own randomness", {"storage/a.cpp": "std::random_device r;"}, "rand"),
    ("own clock", {"storage/log/a.cpp": "QDateTime::currentDateTimeUtc();"}, "clock"),
    ("keyword", {"ui/a.h": "public slots:"}, "keywords"),
    ("shell", {"app/a.cpp": 'system("ls");'}, "process-arguments"),
]
GOOD = [
    ("main's own loop", {"app/desktop/main.cpp": "return application.exec();"}),
    ("said in a comment", {"ui/a.cpp": "// QEventLoop is not used: see I11"}),
    ("tests may", {"tests/a.cpp": "QEventLoop loop; QTemporaryDir d;"}),
    ("base has the clock", {"storage/base/clock.cpp": "QDateTime::currentDateTimeUtc();"}),
]
