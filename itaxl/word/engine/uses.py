"""The names that a layout uses, each as the path of the context: `measures.steps.summary`.

The one rule of the place: a list and its elements share a path, so a loop variable stands for what it runs over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jinja2 import nodes

# Filters that leave the path as it is: what comes out is of the list that went in.
_SAME = frozenset(
    (
        "batch",
        "first",
        "last",
        "list",
        "reject",
        "rejectattr",
        "reverse",
        "select",
        "selectattr",
        "slice",
        "sort",
    )
)
Scope = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Use:
    """A name in a layout: its path, the line of the source, whether it is printed, and under which options.

    `unless` holds option names that must be off, `given` those that must be on, for it to be printed.
    """

    path: str
    line: int
    prints: bool
    given: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()

    def prints_under(self, options: Mapping[str, object]) -> bool:
        """Whether it prints its name under these options."""
        return (
            self.prints
            and all(options.get(name) for name in self.given)
            and not any(options.get(name) for name in self.unless)
        )


@dataclass(frozen=True, slots=True)
class _Around:
    """What surrounds a node: loop variables, whether its value is printed, the options that govern it."""

    scope: Scope
    prints: bool = False
    given: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()

    def printing(self, prints: bool) -> _Around:
        return _Around(self.scope, prints, self.given, self.unless)

    def naming(self, names: Scope) -> _Around:
        return _Around({**self.scope, **names}, False, self.given, self.unless)

    def under(self, given: frozenset[str], unless: frozenset[str]) -> _Around:
        return _Around(self.scope, False, self.given | given, self.unless | unless)


def find_uses(tree: nodes.Template, printing_lines: frozenset[int] = frozenset()) -> list[Use]:
    """Every use of a name of the context; an `if` on one of `printing_lines` prints what it asks (a checkbox)."""
    return list(_Walk(printing_lines).block(tree.body, _Around({})))


class _Walk:
    def __init__(self, printing_lines: frozenset[int]) -> None:
        self.printing_lines = printing_lines

    def block(self, body: list[nodes.Node], around: _Around) -> Iterator[Use]:
        """The uses in a run of nodes; a `set` names something for those after it."""
        for node in body:
            yield from self.node(node, around)
            if isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
                around = around.naming({node.target.name: path_of(node.node, around.scope)})

    def node(self, node: nodes.Node, around: _Around) -> Iterator[Use]:
        if path := path_of(node, around.scope):
            yield Use(path, node.lineno, around.prints, around.given, around.unless)
        match node:
            case nodes.For():
                yield from self._loop(node, around)
            case nodes.If():
                yield from self._if(node, around)
            case nodes.Output(nodes=children):
                for printed in children:
                    yield from self.node(printed, around.printing(True))
            case nodes.Assign():
                yield from self.node(node.node, around)
            case nodes.Getattr() | nodes.Name() if path:
                pass
            case _:
                for child in node.iter_child_nodes():
                    if isinstance(node, nodes.Call) and isinstance(child, nodes.Getattr):
                        child = child.node  # a method called on a value is no name of the context
                    yield from self.node(child, around)

    def _loop(self, loop: nodes.For, around: _Around) -> Iterator[Use]:
        yield from self.node(loop.iter, around)
        path = path_of(loop.iter, around.scope) if isinstance(loop.target, nodes.Name) else None
        own = [loop.target] if isinstance(loop.target, nodes.Name) else loop.target.find_all(nodes.Name)
        inner = around.naming({"loop": None, **{each.name: path for each in own}})
        if loop.test is not None:
            yield from self.node(loop.test, inner)
        yield from self.block(loop.body, inner)
        yield from self.block(loop.else_, around)

    def _if(self, choice: nodes.If, around: _Around) -> Iterator[Use]:
        yield from self.node(choice.test, around.printing(choice.lineno in self.printing_lines))
        given, unless = _options(choice.test)
        yield from self.block(choice.body, around.under(given, unless))
        for other in choice.elif_:
            yield from self.node(other, around)
        yield from self.block(choice.else_, around.under(unless, given if len(given) == 1 else frozenset()))


def path_of(node: nodes.Node, scope: Scope) -> str | None:
    """The path that an expression stands for, None when it is not a plain name."""
    match node:
        case nodes.Name():
            return scope.get(node.name, node.name)
        case nodes.Getattr():
            base = path_of(node.node, scope)
            return f"{base}.{node.attr}" if base else None
        case nodes.Getitem(arg=nodes.Const(value=str(key))):
            base = path_of(node.node, scope)
            return f"{base}.{key}" if base else None
        case nodes.Getitem():
            return path_of(node.node, scope)
        case nodes.Filter(name=name) if name in _SAME and node.node is not None:
            return path_of(node.node, scope)
    return None


def _options(test: nodes.Node) -> tuple[frozenset[str], frozenset[str]]:
    """The options that must be on, and those that must be off, for a condition to hold."""
    match test:
        case nodes.Getattr(node=nodes.Name(name="options"), attr=attr):
            return frozenset({attr}), frozenset()
        case nodes.Not(node=nodes.Getattr(node=nodes.Name(name="options"), attr=attr)):
            return frozenset(), frozenset({attr})
        case nodes.And(left=left, right=right):
            (on, off), (more_on, more_off) = _options(left), _options(right)
            return on | more_on, off | more_off
    return frozenset(), frozenset()
