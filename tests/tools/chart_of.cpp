// chart_of FILE…: what a chart makes of a FHIR file, for a person to read; --coverage FOLDER…:
// which codes have a French label, by occurrences, and the commonest that have none.

#include "record/labels.h"
#include "unit/record/bundle_file.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QTextStream>

#include <map>

using namespace chevet::record;

namespace {

QTextStream out(stdout);

template <class T, class F>
void print(const char* title, const Section<T>& section, F line, int most = 12) {
    static const char* states[] = {"present", "none-known", "unknown"};
    out << "== " << title << " [" << states[int(section.facts.state)] << ' ' << section.facts.words
        << "] " << section.items.size() << '\n';
    for (int i = 0; i < std::min<int>(most, int(section.items.size())); ++i)
        out << "   " << line(section.items[i]) << '\n';
}

QString plain(const Item& item) {
    return item.date.dayAndTime() + QStringLiteral(" | ") + item.code.label() +
           (item.code.foreignLanguage().isEmpty()
                ? QString()
                : QString(QStringLiteral(" (") + item.code.foreignLanguage() + u')')) +
           QStringLiteral(" | ") + item.statusWords + QStringLiteral(" | ") +
           item.authors.join(u',');
}

void show(const QString& path) {
    BundleFile file;
    if (!file.load(path)) {
        out << path << ": not JSON\n";
        return;
    }
    QElapsedTimer timer;
    timer.start();
    const Chart warm = file.chart();
    const double first = double(timer.nsecsElapsed()) / 1e6;
    timer.restart();
    const Chart chart = file.chart();
    out << path << ": " << chart.resources << " resources, " << first << " ms then "
        << double(timer.nsecsElapsed()) / 1e6 << " ms\n";
    out << chart.patient.name.shown() << " | " << chart.patient.birth.day() << " | "
        << chart.patient.sexWords << " | " << formatNam(chart.patient.nam) << " | "
        << chart.patient.phone << '\n';
    print("allergies", chart.allergies, [](const Allergy& a) -> QString {
        return plain(a) + QStringLiteral(" | ") + a.reactionLine() + u' ' + a.criticalityWords;
    });
    print("medications", chart.medications, [](const Medication& m) -> QString {
        return m.title() + QStringLiteral(" | ") + m.form + QStringLiteral(" | ") + m.posology +
               QStringLiteral(" | ") + m.prescriber + QStringLiteral(" | ") + m.activityWords +
               QStringLiteral(" | ") + m.start.day() + QStringLiteral(" | ") + m.reasons.join(u',');
    });
    out << "   active " << chart.medications.active.size() << ", ceased "
        << chart.medications.ceased.size() << '\n';
    print("problems", chart.problems, [](const Problem& p) -> QString { return plain(p); });
    for (const AnalyteRow& row : chart.results.rows) {
        const Observation& o = chart.results.items[row.latest];
        out << "   " << row.group << " | " << row.code.label() << " | " << o.valueText() << " | "
            << o.rangeText << " | " << flagName(o.flag) << " | " << o.delta
            << " | n=" << row.observations.size() << (row.mixedUnits ? " MIXED" : "") << '\n';
    }
    for (const AnalyteRow& row : chart.vitals.rows)
        out << "   vital " << row.code.label() << " | "
            << chart.vitals.items[row.latest].valueText() << " | n=" << row.observations.size()
            << '\n';
    print("social", chart.social, [](const Observation& o) -> QString {
        return plain(o) + QStringLiteral(" | ") + o.valueText();
    });
    out << "== panels " << chart.results.panels.size() << '\n';
    for (int i = 0; i < std::min<int>(5, int(chart.results.panels.size())); ++i)
        out << "   " << plain(chart.results.panels[i]) << " results "
            << chart.results.panels[i].results.size() << " missing "
            << chart.results.panels[i].missing.size() << '\n';
    print("immunizations", chart.immunizations,
          [](const Immunization& i) -> QString { return plain(i); });
    print("encounters", chart.encounters, [](const Encounter& e) -> QString {
        return plain(e) + QStringLiteral(" | ") + e.title + QStringLiteral(" | ") +
               e.reasons.join(u',');
    });
    print("procedures", chart.procedures, [](const Procedure& p) -> QString { return plain(p); });
    print("notes", chart.notes, [](const Note& n) -> QString {
        return n.title + QStringLiteral(" sections ") + QString::number(n.sections.size()) +
               QStringLiteral(" plan ") + QString::number(n.planSection) +
               QStringLiteral(" blob ") + n.blob.contentType + u' ' + plain(n);
    });
    print("documents", chart.documents,
          [](const Document& d) -> QString { return d.title + QStringLiteral(" | ") + plain(d); });
    print("imaging", chart.imaging, [](const ImagingReport& d) -> QString {
        return d.title + QStringLiteral(" | ") + plain(d) + d.conclusion;
    });
    print("orders", chart.orders, [](const Order& o) -> QString { return plain(o); });
    print("carePlans", chart.carePlans, [](const CarePlan& o) -> QString {
        return o.title + u' ' + o.activities.join(u';') + plain(o);
    });
    print("goals", chart.goals, [](const Goal& o) -> QString { return plain(o); });
    print("careTeam", chart.careTeam, [](const CarePerson& p) -> QString {
        return p.name + QStringLiteral(" | ") + p.role + QStringLiteral(" | ") + p.phone;
    });
    print("levelOfCare", chart.levelOfCare, [](const LevelOfCare& l) -> QString {
        return l.letter + u' ' + l.words + u' ' + l.resuscitation;
    });
    print("devices", chart.devices, [](const DeviceUse& d) -> QString { return plain(d); });
    print("family", chart.familyHistory, [](const FamilyHistory& f) -> QString {
        return f.relation + u' ' + f.conditions.join(u';');
    });
    print(
        "others", chart.others,
        [](const Other& o) -> QString {
            return o.reference + u' ' + plain(o) + QStringLiteral(" | ") + o.text.left(100);
        },
        40);
    for (const auto& [type, count] : chart.administrative)
        out << "   counted " << type << ' ' << count << '\n';
    out << "   unresolved " << chart.unresolved.size() << '\n';
}

using Counts = std::map<std::pair<QString, QString>, std::pair<int, QString>>;

// Codings a person is shown: not those of money, tags, units or identifiers.
bool isShown(const QString& system) {
    static const char* hidden[] = {"bluebutton",
                                   "smarthealthit",
                                   "unitsofmeasure",
                                   "claim",
                                   "ex-",
                                   "adjudication",
                                   "processpriority",
                                   "v2-0203",
                                   "organization-type",
                                   "2.16.840.1.113883.6.238",
                                   "usage-context",
                                   "coverage",
                                   "condition-ver",
                                   "condition-clinical",
                                   "allergyintolerance-",
                                   "observation-category",
                                   "v2-0074",
                                   "v3-ParticipationType",
                                   "provider-taxonomy",
                                   "formatcode",
                                   "condition-category",
                                   "medicationrequest-category",
                                   "documentreference-category"};
    return std::none_of(std::begin(hidden), std::end(hidden), [&system](const char* part) {
        return system.contains(QLatin1String(part));
    });
}

// A concept counts once; it is labelled when one of its codings is.
void countConcept(Counts& counts, Node codings) {
    QString system, code, display;
    for (const Node coding : codings.each()) {
        const QString s = coding["system"].text(), c = coding["code"].text();
        if (c.isEmpty() || s.isEmpty() || !isShown(s))
            continue;
        if (code.isEmpty() || findLabel(s, c) != nullptr) {
            system = s;
            code = c;
            display = coding["display"].text();
        }
    }
    if (code.isEmpty())
        return;
    auto& entry = counts[{system, code}];
    ++entry.first;
    entry.second = display;
}

void count(Counts& counts, Node node, int depth = 0) {
    if (depth > 60)
        return;
    if (node["coding"] && node.isObject())
        return countConcept(counts, node["coding"]);
    if (node.isObject()) {
        if (node["code"].isString() && node["system"].isString())
            countConcept(counts, node);
        for (const auto& [key, value] : node.members())
            if (key != "contained" && key != "meta" && key != "identifier")
                count(counts, value, depth + 1);
    } else if (node.isArray())
        for (const Node element : node.each())
            count(counts, element, depth + 1);
}

void coverage(const QStringList& folders) {
    Counts counts;
    for (const QString& folder : folders)
        for (QDirIterator it(folder, {QStringLiteral("*.json"), QStringLiteral("*.ndjson")},
                             QDir::Files, QDirIterator::Subdirectories);
             it.hasNext();) {
            BundleFile file;
            (void)file.load(it.next());
            JsonArena arena;
            for (const StoredResource& resource : file.resources())
                if (resource.type != "Claim" && resource.type != "ExplanationOfBenefit" &&
                    resource.type != "StructureDefinition" && resource.type != "ValueSet" &&
                    resource.type != "CodeSystem" && resource.type != "ConceptMap")
                    count(counts, arena.parse(resource.json));
        }
    std::map<QString, std::pair<int, int>> bySystem;
    std::vector<std::pair<int, QString>> missing;
    int all = 0, labelled = 0;
    for (const auto& [key, entry] : counts) {
        const bool known = findLabel(key.first, key.second) != nullptr;
        all += entry.first;
        labelled += known ? entry.first : 0;
        bySystem[key.first].first += entry.first;
        bySystem[key.first].second += known ? entry.first : 0;
        if (!known)
            missing.emplace_back(entry.first,
                                 key.first + u'\t' + key.second + u'\t' + entry.second);
    }
    for (const auto& [system, count] : bySystem)
        if (count.first >= 20)
            out << count.second << '/' << count.first << '\t' << system << '\n';
    std::sort(missing.rbegin(), missing.rend());
    for (std::size_t i = 0; i < std::min<std::size_t>(missing.size(), 150); ++i)
        out << missing[i].first << '\t' << missing[i].second << '\n';
    out << "labelled " << labelled << " of " << all
        << " occurrences: " << (all == 0 ? 0 : 100.0 * labelled / all) << " %\n";
}

} // namespace

int main(int argc, char** argv) {
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    if (arguments.value(0) == u"--coverage")
        coverage(arguments.mid(1));
    else
        for (const QString& path : arguments)
            show(path);
    return 0;
}
