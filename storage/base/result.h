#pragma once
// Result: the return type of everything that can fail. Exceptions are for programming errors only.

#include "base/error.h"

#include <expected>
#include <utility>

namespace chevet::base {

template <class T = void>
using Result = std::expected<T, Error>;

// Makes the failure side of a Result: return fail(ErrorCode::NotFound, path);
[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, QString where = {},
                                                 QString detail = {}, int systemError = 0) {
    return std::unexpected(Error{code, std::move(where), std::move(detail), systemError});
}

} // namespace chevet::base

// Evaluates a Result<void>; returns its error from the enclosing function.
#define CHEVET_TRY(expression)                                                                     \
    do {                                                                                           \
        if (auto chevetTryResult = (expression); !chevetTryResult)                                 \
            return std::unexpected(std::move(chevetTryResult).error());                            \
    } while (false)

// Declares `declaration` from the value of a Result<T>; returns its error from the enclosing
// function.
#define CHEVET_TRY_ASSIGN(declaration, expression)                                                 \
    CHEVET_TRY_ASSIGN_(CHEVET_CONCAT(chevetResult, __LINE__), declaration, expression)
#define CHEVET_TRY_ASSIGN_(name, declaration, expression)                                          \
    auto name = (expression);                                                                      \
    if (!name)                                                                                     \
        return std::unexpected(std::move(name).error());                                           \
    declaration = std::move(*name)
#define CHEVET_CONCAT_(a, b) a##b
#define CHEVET_CONCAT(a, b) CHEVET_CONCAT_(a, b)
