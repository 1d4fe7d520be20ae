#include "record/json_edit.h"

#include "record/json_view.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QList>

namespace chevet::record {

namespace {

QList<QByteArray> stepsOf(const QByteArray& path) {
    return path.split('/');
}

bool isPlace(const QByteArray& step) {
    return !step.isEmpty() &&
           std::all_of(step.begin(), step.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int sizeOf(Node node) {
    int size = 0;
    for ([[maybe_unused]] const Node element : node.each())
        ++size;
    return size;
}

bool isEmpty(Node node) {
    if (node.isArray())
        return sizeOf(node) == 0;
    return !(node.members().begin() != node.members().end());
}

// Exactly the member or the place; Node::operator[] would look through an array.
Node child(Node node, const QByteArray& step) {
    if (node.isArray()) {
        int at = 0;
        for (const Node element : node.each())
            if (isPlace(step) && at++ == step.toInt())
                return element;
        return {};
    }
    if (isPlace(step))
        return step == "0" ? node : Node();
    const std::string_view key(step.constData(), std::size_t(step.size()));
    for (const auto member : node.members())
        if (member.key == key)
            return member.value;
    return {};
}

// What stands at the path; absent if nothing does. `deepest` and `known`: how far it goes.
struct Walk {
    Node deepest;
    qsizetype known = 0;
};

Walk walk(Node root, const QList<QByteArray>& steps) {
    Walk walked{root, 0};
    for (const QByteArray& step : steps) {
        const Node next = child(walked.deepest, step);
        if (next.kind() == Node::Kind::Absent)
            break;
        walked.deepest = next;
        ++walked.known;
    }
    return walked;
}

// The value wrapped in whatever the rest of the path has to make.
QByteArray wrapped(const QList<QByteArray>& steps, qsizetype from, const QByteArray& json) {
    QByteArray out = json;
    for (qsizetype i = steps.size() - 1; i >= from; --i)
        out = isPlace(steps[i]) ? QByteArray('[' + out + ']')
                                : QByteArray("{\"" + steps[i] + "\":" + out + '}');
    return out;
}

QByteArray besideOf(const QByteArray& path) {
    const qsizetype slash = path.lastIndexOf('/');
    return QByteArray(path.first(slash + 1) + '_' + path.sliced(slash + 1));
}

bool isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

} // namespace

QByteArray jsonOf(const QJsonValue& value) {
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

void JsonEdit::replace(const QByteArray& path, const QByteArray& json) {
    JsonArena arena;
    const Node root = arena.parse(m_json);
    if (!root.isObject())
        return;
    const QList<QByteArray> steps = stepsOf(path);
    const Walk walked = walk(root, steps);
    const std::string_view source = walked.deepest.source();
    const qsizetype begin = source.data() - m_json.constData();
    const auto length = qsizetype(source.size());
    if (walked.known == steps.size()) {
        m_json = m_json.first(begin) + json + m_json.sliced(begin + length);
        return;
    }
    const QByteArray& step = steps[walked.known];
    const QByteArray made = wrapped(steps, walked.known + 1, json);
    QByteArray held;
    if (isPlace(step) && walked.deepest.isArray())
        held = made;
    else if (!isPlace(step) && walked.deepest.isObject())
        held = QByteArray('"' + step + "\":" + made);
    if (held.isEmpty()) { // a value of another shape; one that stood for its array begins it
        const bool alone = isPlace(step) && walked.deepest.exists();
        const QByteArray before = alone ? m_json.sliced(begin, length) + ',' : QByteArray();
        held = isPlace(step) ? QByteArray('[' + before + made + ']')
                             : QByteArray("{\"" + step + "\":" + made + '}');
        m_json = QByteArray(m_json.first(begin) + held + m_json.sliced(begin + length));
        return;
    }
    const qsizetype end = begin + length - 1; // of the closing bracket
    m_json = QByteArray(m_json.first(end) + (isEmpty(walked.deepest) ? "" : ",") + held +
                        m_json.sliced(end));
}

void JsonEdit::cut(const QByteArray& path) {
    JsonArena arena;
    const Node root = arena.parse(m_json);
    const QList<QByteArray> steps = stepsOf(path);
    const Walk walked = walk(root, steps);
    if (!root.isObject() || walked.known != steps.size())
        return;
    const Walk parent = walk(root, steps.first(steps.size() - 1));
    // A member begins at its name. The one object that stands for its array goes with it.
    const std::string_view source = walked.deepest.source();
    qsizetype begin = source.data() - m_json.constData();
    qsizetype end = begin + qsizetype(source.size());
    for (const auto member : parent.deepest.members())
        if (member.value.source().data() == source.data())
            begin = member.key.data() - 1 - m_json.constData();
    if (!parent.deepest.isArray() && isPlace(steps.last()))
        return cut(path.first(path.lastIndexOf('/')));
    qsizetype next = end;
    while (isBlank(m_json[next]))
        ++next;
    if (m_json[next] == ',') {
        end = next + 1;
    } else { // the last: the comma before it goes
        while (isBlank(m_json[begin - 1]))
            --begin;
        begin -= m_json[begin - 1] == ',' ? 1 : 0;
    }
    m_json.remove(begin, end - begin);
    if (const qsizetype slash = path.lastIndexOf('/'); slash > 0) {
        const QByteArray above = path.first(slash);
        JsonArena after;
        const Node left = walk(after.parse(m_json), stepsOf(above)).deepest;
        const std::string_view rest = left.source();
        if (std::none_of(rest.begin() + 1, rest.end() - 1, [](char c) { return !isBlank(c); }))
            cut(above);
    }
}

void JsonEdit::setRaw(const QByteArray& path, const QByteArray& json) {
    replace(path, json);
    if (!json.startsWith('{') && !json.startsWith('[')) // said something of the value before
        cut(besideOf(path));
}

void JsonEdit::set(const QByteArray& path, const QJsonValue& value) {
    setRaw(path, jsonOf(value));
}

void JsonEdit::setText(const QByteArray& path, const QString& text) {
    if (text.isEmpty())
        remove(path);
    else
        set(path, text);
}

void JsonEdit::remove(const QByteArray& path) {
    cut(path);
    cut(besideOf(path));
}

bool JsonEdit::has(const QByteArray& path) const {
    JsonArena arena;
    const QList<QByteArray> steps = stepsOf(path);
    const Node root = arena.parse(m_json);
    return root.isObject() && walk(root, steps).known == steps.size();
}

QString JsonEdit::text(const QByteArray& path) const {
    JsonArena arena;
    const QList<QByteArray> steps = stepsOf(path);
    const Walk walked = walk(arena.parse(m_json), steps);
    return walked.known == steps.size() ? walked.deepest.text() : QString();
}

QByteArray JsonEdit::raw(const QByteArray& path) const {
    JsonArena arena;
    const QList<QByteArray> steps = stepsOf(path);
    const Walk walked = walk(arena.parse(m_json), steps);
    const std::string_view source = walked.deepest.source();
    return walked.known == steps.size() ? QByteArray(source.data(), qsizetype(source.size()))
                                        : QByteArray();
}

int JsonEdit::count(const QByteArray& path) const {
    JsonArena arena;
    const QList<QByteArray> steps = stepsOf(path);
    const Walk walked = walk(arena.parse(m_json), steps);
    return walked.known == steps.size() ? sizeOf(walked.deepest) : 0;
}

} // namespace chevet::record
