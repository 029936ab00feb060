"""No import circle anywhere, not even one hidden inside a function."""

from pathlib import Path

from tests.house_rules.tree import imports, module_name, python_files


def breaches(root: Path) -> list[str]:
    graph: dict[str, set[str]] = {}
    for path in python_files(root):
        module = module_name(root, path)
        graph[module] = {name for name, _ in imports(root, path, only_at_run_time=True)}
    found = {_circle_through(graph, module) for module in graph}
    return sorted(" → ".join(circle) for circle in found if circle)


def _circle_through(graph: dict[str, set[str]], start: str) -> tuple[str, ...]:
    """The shortest way from a module back to itself, written from its first name; () if none."""
    came_from: dict[str, str] = {}
    waiting = [start]
    while waiting:
        module = waiting.pop(0)
        for imported in sorted(graph.get(module, ())):
            if imported == start:
                way = [module]
                while way[0] != start:
                    way.insert(0, came_from[way[0]])
                first = way.index(min(way))
                way = way[first:] + way[:first]
                return (*way, way[0])
            if imported not in came_from and imported in graph:
                came_from[imported] = module
                waiting.append(imported)
    return ()
