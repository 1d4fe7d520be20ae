#include "record/patient_writer.h"

#include "record/json_view.h"
#include "record/nam.h"

namespace chevet::record {

namespace {

QByteArray at(const char* list, int place, const char* rest = "") {
    return QByteArray(list) + '/' + QByteArray::number(place) + rest;
}

// Where the list holds it, or where it would be appended.
template <class Fits>
int placeOf(const JsonEdit& edit, const char* list, Fits fits) {
    const int size = edit.count(list);
    for (int i = 0; i < size; ++i)
        if (fits(i))
            return i;
    return size;
}

// The first that ranks best; a negative rank is never taken.
template <class Rank>
int bestOf(const JsonEdit& edit, const char* list, Rank rank) {
    const int size = edit.count(list);
    int best = -1, place = size;
    for (int i = 0; i < size; ++i)
        if (const int is = rank(i); is > best) {
            best = is;
            place = i;
        }
    return place;
}

int namePlace(const JsonEdit& edit) {
    return bestOf(edit, "name", [&](int i) {
        const QString use = edit.text(at("name", i, "/use"));
        return use == u"official"                  ? 3
               : use == u"usual"                   ? 2
               : use == u"old" || use == u"maiden" ? 0
                                                   : 1;
    });
}

int addressPlace(const JsonEdit& edit) {
    return bestOf(edit, "address", [&](int i) {
        const QString use = edit.text(at("address", i, "/use"));
        return use == u"home" ? 2 : use == u"old" || use == u"billing" ? -1 : 1;
    });
}

int languagePlace(const JsonEdit& edit) {
    return bestOf(edit, "communication", [&](int i) {
        return edit.text(at("communication", i, "/preferred")) == u"true" ? 2 : 1;
    });
}

// A number without a use is taken for that of the home.
int telecomPlace(const JsonEdit& edit, QStringView system, QStringView use) {
    return placeOf(edit, "telecom", [&](int i) {
        const QString has = edit.text(at("telecom", i, "/use"));
        return edit.text(at("telecom", i, "/system")) == system &&
               (use.isEmpty() ? has != u"old" : has == use || (has.isEmpty() && use == u"home"));
    });
}

int namPlace(const JsonEdit& edit) {
    return placeOf(edit, "identifier", [&](int i) {
        return healthNumberKind(edit.text(at("identifier", i, "/system")),
                                edit.text(at("identifier", i, "/type/coding/0/code")),
                                edit.text(at("identifier", i, "/value"))) == HealthNumber::Nam &&
               edit.text(at("identifier", i, "/use")) != u"old";
    });
}

QString joinedTexts(const JsonEdit& edit, const QByteArray& list, QChar between) {
    QStringList texts;
    for (int i = 0; i < edit.count(list); ++i)
        texts += edit.text(list + '/' + QByteArray::number(i));
    return texts.join(between).trimmed();
}

void setTelecom(JsonEdit& edit, const char* system, const char* use, const QString& before,
                const QString& after) {
    if (before == after)
        return;
    const int place =
        telecomPlace(edit, QLatin1String(system).toString(), QLatin1String(use).toString());
    if (typedText(after).isEmpty()) {
        edit.remove(at("telecom", place));
        return;
    }
    const bool fresh = place == edit.count("telecom");
    edit.set(at("telecom", place, "/value"), typedText(after));
    if (!fresh)
        return;
    edit.set(at("telecom", place, "/system"), QLatin1String(system));
    edit.setText(at("telecom", place, "/use"), QLatin1String(use));
}

QJsonArray parts(const QString& text, const QString& between) {
    QJsonArray out;
    for (const QString& part : typedText(text).split(between, Qt::SkipEmptyParts))
        out.append(part.trimmed());
    return out;
}

void setList(JsonEdit& edit, const QByteArray& path, const QJsonArray& list) {
    if (list.isEmpty())
        edit.remove(path);
    else
        edit.set(path, list);
}

void correctAddress(JsonEdit& edit, const PatientValues& before, const PatientValues& after) {
    const int place = addressPlace(edit);
    const bool fresh = place == edit.count("address");
    bool changed = false;
    const auto set = [&](const char* field, const QString& was, const QString& is) {
        if (was == is)
            return;
        changed = true;
        edit.setText(at("address", place, field), typedText(is));
    };
    if (before.line != after.line) {
        changed = true;
        setList(edit, at("address", place, "/line"), parts(after.line, QStringLiteral(";")));
    }
    set("/city", before.city, after.city);
    set("/state", before.province, after.province);
    set("/postalCode", before.postalCode, after.postalCode);
    set("/country", before.country, after.country);
    if (!changed)
        return;
    if (place < edit.count("address"))
        edit.remove(at("address", place, "/text")); // says the former address again
    if (fresh && edit.count("address") > place)
        edit.set(at("address", place, "/use"), QStringLiteral("home"));
}

void correctIdentity(JsonEdit& edit, const PatientValues& before, const PatientValues& after) {
    const int name = namePlace(edit);
    if (before.family != after.family)
        edit.setText(at("name", name, "/family"), typedText(after.family));
    if (before.given != after.given)
        setList(edit, at("name", name, "/given"), parts(after.given, QStringLiteral(" ")));
    if (before.family != after.family || before.given != after.given)
        edit.remove(at("name", name, "/text"));
    if (before.birth != after.birth)
        edit.setText("birthDate", after.birth);
    if (before.sex != after.sex)
        edit.setText("gender", after.sex);
    if (before.nam == after.nam)
        return;
    const int place = namPlace(edit);
    if (after.nam.isEmpty()) {
        edit.remove(at("identifier", place));
        return;
    }
    const bool fresh = place == edit.count("identifier");
    const QString nam = normaliseNam(after.nam);
    edit.set(at("identifier", place, "/value"), hasNamForm(nam) ? nam : typedText(after.nam));
    if (!fresh)
        return;
    // System of Canada Health Infoway for the number of Québec.
    edit.set(at("identifier", place, "/system"),
             QStringLiteral("https://fhir.infoway-inforoute.ca/NamingSystem/"
                            "ca-qc-patient-healthcare-id"));
    edit.set(at("identifier", place, "/type"),
             coded(QStringLiteral("http://terminology.hl7.org/CodeSystem/v2-0203"),
                   QStringLiteral("JHN"), QStringLiteral("NAM")));
}

} // namespace

PatientValues patientValues(const QByteArray& json) {
    const JsonEdit edit(json);
    const auto telecom = [&](QStringView system, QStringView use) {
        return edit.text(at("telecom", telecomPlace(edit, system, use), "/value"));
    };
    PatientValues values;
    values.home = telecom(u"phone", u"home");
    values.mobile = telecom(u"phone", u"mobile");
    values.work = telecom(u"phone", u"work");
    values.email = telecom(u"email", u"");
    const int address = addressPlace(edit);
    values.line = joinedTexts(edit, at("address", address, "/line"), u';');
    values.line.replace(u';', QLatin1String("; "));
    values.city = edit.text(at("address", address, "/city"));
    values.province = edit.text(at("address", address, "/state"));
    values.postalCode = edit.text(at("address", address, "/postalCode"));
    values.country = edit.text(at("address", address, "/country"));
    values.language =
        edit.text(at("communication", languagePlace(edit), "/language/coding/0/code"));
    const int name = namePlace(edit);
    values.family = edit.text(at("name", name, "/family"));
    values.given = joinedTexts(edit, at("name", name, "/given"), u' ');
    values.birth = edit.text("birthDate");
    values.sex = edit.text("gender");
    values.nam = edit.text(at("identifier", namPlace(edit), "/value"));
    return values;
}

QByteArray correctPatient(const QByteArray& json, const QString& reference,
                          const PatientValues& before, const PatientValues& after) {
    if (before == after)
        return json;
    JsonEdit edit = correctionOf(json, reference);
    setTelecom(edit, "phone", "home", before.home, after.home);
    setTelecom(edit, "phone", "mobile", before.mobile, after.mobile);
    setTelecom(edit, "phone", "work", before.work, after.work);
    setTelecom(edit, "email", "", before.email, after.email);
    correctAddress(edit, before, after);
    if (before.language != after.language) {
        const int place = languagePlace(edit);
        if (after.language.isEmpty())
            edit.remove(at("communication", place));
        else
            edit.set(at("communication", place, "/language"),
                     coded(QStringLiteral("urn:ietf:bcp:47"), after.language));
    }
    correctIdentity(edit, before, after);
    return edit.json();
}

} // namespace chevet::record
