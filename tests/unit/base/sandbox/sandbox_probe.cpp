// Shuts itself in, then tries what its argument names. Exit 0: it could; 7: it was refused with an
// error.
#include "base/sandbox/sandbox.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <string>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

constexpr int could = 0, refused = 7;

int answer(bool done) {
    return done ? could : refused;
}

int executableMemory() {
    return answer(mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
                  MAP_FAILED);
}

int compute() {
    int sum = 0;
    std::thread worker([&sum] { sum = 42; });
    worker.join();
    const std::vector<char> memory(10 << 20, 'x');
    return answer(sum == 42 && memory.back() == 'x');
}

int tooMuchMemory() {
    void* memory = std::malloc(size_t{512} << 20);
    return answer(memory != nullptr);
}

int startProcess() {
    const pid_t child = fork();
    if (child == 0)
        _exit(0);
    return answer(child > 0);
}

int spin() {
    std::atomic<long> turns = 0;
    while (++turns != -1) {
    }
    return could;
}

int dumpCore() {
    rlimit core{};
    getrlimit(RLIMIT_CORE, &core);
    return answer(core.rlim_cur > 0);
}

} // namespace

int main(int argc, char** argv) {
    const std::map<std::string, int (*)()> attempts{
        {"compute", compute},
        {"read-file", [] { return answer(open("/etc/passwd", O_RDONLY) >= 0); }},
        {"write-file",
         [] { return answer(open("/tmp/chevet-probe", O_CREAT | O_WRONLY, 0600) >= 0); }},
        {"list-folder", [] { return answer(open("/", O_RDONLY | O_DIRECTORY) >= 0); }},
        {"socket", [] { return answer(socket(AF_INET, SOCK_STREAM, 0) >= 0); }},
        {"fork", startProcess},
        {"exec", [] { return answer(execl("/bin/true", "true", nullptr) == 0); }},
        {"signal-others", [] { return answer(kill(getppid(), 0) == 0); }},
        {"executable-memory", executableMemory},
        {"memory", tooMuchMemory},
        {"core", dumpCore},
        {"spin", spin},
    };
    const auto attempt = attempts.find(argc > 1 ? argv[1] : "");
    if (attempt == attempts.end())
        return 1;
    namespace sandbox = chevet::base::sandbox;
    if (argc == 2 &&
        (!sandbox::limit({.memoryBytes = 128 << 20, .cpuSeconds = 1}) || !sandbox::enter()))
        return 2;
    return attempt->second(); // a third argument: without the sandbox
}
