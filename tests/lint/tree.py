"""The files of a clone as the checks see them: tracked by git, or simply all of them outside a clone."""
import subprocess
from functools import cached_property
from pathlib import Path

CODE = (".h", ".cpp")


class Tree:
    def __init__(self, root):
        self.root = Path(root)

    @cached_property
    def paths(self):
        """Relative paths with slashes, sorted; new files count, ignored ones do not."""
        if (self.root / ".git").exists():
            listed = subprocess.run(["git", "-C", self.root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                                    stdout=subprocess.PIPE, check=True).stdout.decode("utf-8", "surrogateescape")
            names = [n for n in listed.split("\0") if n and (self.root / n).is_file()]
        else:
            names = [str(p.relative_to(self.root)) for p in self.root.rglob("*") if p.is_file()
                     and p.relative_to(self.root).parts[0] != "build"]
        return sorted(set(names))

    def code(self, *folders):
        return [p for p in self.paths if p.endswith(CODE) and (not folders or p.startswith(folders))]

    def text(self, path):
        return (self.root / path).read_text(encoding="utf-8", errors="replace")

    def lines(self, path):
        return self.text(path).splitlines()
