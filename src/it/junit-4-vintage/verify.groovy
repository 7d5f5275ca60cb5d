import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

assert report.verdicts() == [
        'ArrivalIT.knowsNoStranger'    : 'unchecked',
        'ArrivalIT.signs'              : 'unchecked',
        'DepartureIT.remembersTheGuest': 'brittle',
]
assert report.reason('ArrivalIT.signs').contains('passes alone')
assert report.reason('ArrivalIT.signs').contains('engine junit-vintage')
assert report.runs('alone')*.outcome == ['completed'] * 3
assert report.runs('reverse').empty && report.runs('shuffled').empty

// Its order cannot be chosen, but your order was repeated: it passed there, and failed alone three times.
def brittle = report.json().tests.find { it.verdict == 'brittle' }
def repeat = report.json().runs.find { it.label == 'confirm:reference' }
assert repeat.outcome == 'completed' && repeat.failed == [] && repeat.tests == 3
assert report.json().runs.findAll { it.failed == [brittle.id] && it.tests == 1 }.size() == 3
assert brittle.diagnosis.culprits == [] && brittle.diagnosis.undetermined.contains('engine junit-vintage')
assert report.json().gate.breaches*.rule == ['brittle']
assert !report.passed()
