#pragma once
// A walk through the program in one look, taking a picture of every page. The window is the
// program's own, over a real session.

#include "pages/shots/demo_copy.h"
#include "ui/pages/chart/chart_page.h"
#include "ui/shell/main_window.h"
#include "ui/viewmodels/forms.h"

namespace chevet::test {

struct Look {
    QString language;
    bool dark = false;
    QSize size;
    [[nodiscard]] QString name() const; // "fr-light-1440x900"
};

class Walk {
public:
    // Pictures go to `folder`; with `wanted`, only those whose file name contains one of them.
    Walk(DemoCopy& demo, Look look, QString folder, QStringList wanted);
    void run();
    [[nodiscard]] int taken() const { return m_taken; }
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    [[nodiscard]] static QList<const char*> formScenes();
    void unlock();
    void patients();
    void chart();
    void note();
    void forms(); // walk_forms.cpp
    void form(const char* scene, viewmodels::FormKind kind, const QString& reference,
              const std::function<void()>& fill = {});
    void signForm(const char* scene);
    void dialogs();
    void imports();
    void preferences();
    void firstRun();

    [[nodiscard]] bool wants(const char* scene) const;
    [[nodiscard]] bool wantsAny() const;
    void shoot(shell::MainWindow& window, const char* scene);
    // Waits for what the workers answer; a picture of a page that never comes is a failure.
    void until(const std::function<bool()>& done, const char* what);
    [[nodiscard]] std::unique_ptr<shell::MainWindow> makeWindow(shell::MainWindow::Parts parts);
    [[nodiscard]] pages::ChartPage* chartPage() const;

    DemoCopy& m_demo;
    Look m_look;
    QString m_folder;
    QStringList m_wanted;
    std::unique_ptr<shell::MainWindow> m_window;
    int m_taken = 0;
    bool m_failed = false;
};

} // namespace chevet::test
