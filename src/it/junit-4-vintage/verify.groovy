import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

assert report.verdicts() == [
        'ArrivalIT.knowsNoStranger'    : 'unchecked',
        'ArrivalIT.signs'              : 'unchecked',
        'DepartureIT.remembersTheGuest': 'unchecked',
]
assert report.json().tests.every { it.reason.contains('engine junit-vintage') }
assert report.reason('ArrivalIT.signs').contains('passes alone')
assert report.reason('DepartureIT.remembersTheGuest').contains('fails alone')
assert report.runs('alone')*.outcome == ['completed'] * 3
assert report.runs('reverse').empty && report.runs('shuffled').empty
assert report.passed()
