// Maven was killed in re-runs: its other processes end by themselves, and the next build drops what this one left.
def end = context.ended('in re-runs')
assert end.others() > 0
context.left = context.server.ours()
assert context.left.any { it.startsWith('database') } && context.left.any { it.startsWith('prepared transaction') }
