"""No file names the machine's package archives: a clone must build wherever it is. The names are asked of this machine."""
import os
import re
import subprocess
from pathlib import Path

FILES = ["/etc/pip.conf", "~/.config/pip/pip.conf", "~/.pip/pip.conf", "~/.npmrc", "/etc/npmrc", "~/.cargo/config.toml",
         "~/.config/go/env", "/etc/apt/sources.list"]
VARIABLES = ["PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "NPM_CONFIG_REGISTRY", "npm_config_registry", "GOPROXY",
             "CARGO_REGISTRIES_CRATES_IO_PROTOCOL", "UV_INDEX_URL"]
HOST = re.compile(r"https?://(?:[^/@\s\"']*@)?([A-Za-z0-9.-]+)")


def archive_hosts():
    texts = []
    try:
        texts.append(subprocess.run(["apt-get", "indextargets", "--format", "$(SITE)"], stdout=subprocess.PIPE,
                                    stderr=subprocess.DEVNULL, text=True).stdout)
    except FileNotFoundError:
        pass
    files = [Path(f).expanduser() for f in FILES] + sorted(Path("/etc/apt/sources.list.d").glob("*"))
    for path in files:
        if path.is_file() and os.access(path, os.R_OK):
            texts.append(path.read_text(errors="replace"))
    texts += [os.environ.get(v, "") for v in VARIABLES]
    hosts = {h.lower() for t in texts for h in HOST.findall(t)}
    return {h for h in hosts if "." in h and h != "localhost"}


def check(tree, options):
    hosts = {"archive.invalid"} if getattr(options, "selftest", False) else archive_hosts()
    findings = []
    for path in tree.paths:
        if (tree.root / path).stat().st_size > 4_000_000 or path.endswith((".png", ".pdf")):
            continue
        text = tree.text(path).lower()
        for number, line in enumerate(text.splitlines(), 1) if any(h in text for h in hosts) else ():
            for host in hosts:
                if host in line:
                    findings.append(f"{path}:{number}: names a package archive of this machine")
    return findings, f"{len(hosts)} host names of this machine looked for"


BAD = [("archive named", {"setup.sh": "curl https://archive.invalid/debian\n"}, "setup.sh:1")]
GOOD = [("nothing named", {"setup.sh": "apt-get install x\n"})]
