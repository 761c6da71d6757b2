"""Frozen values that cost little to import.

A frozen dataclass writes five methods and compiles them, for each class at each start; ten of them took a sixth of a daily
command. `value` makes the same of a class, with methods that all classes share.
"""

from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["as_dict", "has_fields", "value"]

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:

    def value(*, frozen: bool, slots: bool):
        """`dataclass(frozen=True, slots=True)`, which is what a type checker sees. No other options are there."""
        assert frozen  # noqa: S101 - said where it is used, so that a reader knows it as a dataclass
        assert slots  # noqa: S101
        return _made


def has_fields(one: object) -> bool:
    """Whether something is a value or a named tuple, and no plain one."""
    return hasattr(type(one), "__match_args__")


def as_dict(one: object) -> dict[str, Any]:
    """The fields of a value or a named tuple by name, in their order."""
    return {name: getattr(one, name) for name in type(one).__match_args__}  # type: ignore[attr-defined]  # see has_fields


class _Fields:
    """The fields of a value as `dataclasses` has them, made when `replace` asks for them: most classes of a run are not changed."""

    def __init__(self, cls: type) -> None:
        self.cls = cls

    def __get__(self, one: object, owner: Any) -> Any:
        owner.__dataclass_fields__ = found = {field.name: field for field in _fields_of(self.cls)}
        return found


def _fields_of(cls: type) -> tuple[Any, ...]:
    return fields(dataclass(cls, init=False, repr=False, eq=False))


def _made(cls: type) -> type:
    body = dict(vars(cls))
    names = tuple(body.get("__annotations__", ())) or tuple(one.name for one in _fields_of(cls))
    said = {name: body.pop(name) for name in names if name in body}
    own = {name: one for name, one in said.items() if isinstance(one, Field)}
    defaults = {name: one for name, one in said.items() if name not in own}
    defaults |= {name: one.default for name, one in own.items() if one.default is not MISSING}
    makers = {name: one.default_factory for name, one in own.items() if one.default_factory is not MISSING}
    for name in ("__dict__", "__weakref__"):
        body.pop(name, None)
    body |= {"__slots__": names, "__match_args__": names, "__dataclass_fields__": _Fields(cls)}
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    _add_methods(made, names, defaults, makers)
    return made


def _add_methods(cls: Any, names: tuple[str, ...], defaults: dict[str, Any], makers: dict[str, Any]) -> None:
    puts = tuple(getattr(cls, name).__set__ for name in names)
    read = attrgetter(*names)

    def __init__(self: Any, *given: Any, **more: Any) -> None:
        if more or len(given) != len(names):
            said = dict(zip(names, given, strict=False)) | more
            known = {**defaults, **{name: make() for name, make in makers.items()}, **said}
            if len(said) != len(given) + len(more) or len(known) != len(names):
                raise _misused(cls, names)
            try:
                given = tuple(map(known.__getitem__, names))
            except KeyError:
                raise _misused(cls, names) from None
        for put, one in zip(puts, given, strict=True):
            put(self, one)

    def __eq__(self: Any, other: object) -> bool:
        return bool(read(self) == read(other)) if other.__class__ is cls else NotImplemented

    def __hash__(self: Any) -> int:
        return hash(read(self))

    def __repr__(self: Any) -> str:
        return f"{cls.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    def __setattr__(self: Any, name: str, one: object) -> None:  # noqa: ARG001
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self: Any, name: str) -> None:  # noqa: ARG001
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    for method in (__init__, __eq__, __hash__, __repr__, __setattr__, __delattr__):
        setattr(cls, method.__name__, method)


def _misused(cls: type, names: tuple[str, ...]) -> TypeError:
    return TypeError(f"{cls.__qualname__}() is made with {', '.join(names)}, each of them once at most")
