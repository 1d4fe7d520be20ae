#pragma once
#include <QString>
namespace chevet::session { QString refusalWords(const QString& reason); }
