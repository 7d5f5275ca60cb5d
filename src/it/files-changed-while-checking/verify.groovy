import io.github.testhygiene.it.WrittenReport

def text = { name -> new File(basedir, name).text.trim() }

// Everything is as the person left it, and the reports of failsafe are where they were.
assert [text('docs/guide.md'), text('NOTES.md'), text('src/main/resources/db/V2.sql')] == ['edited', 'remember', 'SELECT 1']
assert !new File(basedir, 'src/test/resources/old.txt').exists() && new File(basedir, 'docs').list() == ['guide.md']
assert text('build/failsafe-reports/notes.txt') == 'saved'
assert new File(basedir, 'build/failsafe-reports/failsafe-summary.xml').exists()
// So is what the user's own run left in the build directory, and nothing of ours is left.
assert text('build/cache/first.csv') == '5'
assert !new File(basedir, 'build/keep/test-hygiene/files').exists() && !new File(basedir, 'build/copy/test-hygiene/files').exists()

def leavesFiles = { report -> report.json().findings.findAll { it.rule == 'leaves-files' } }
def keep = WrittenReport.inDirectory(new File(basedir, 'build/keep'))
def left = leavesFiles(keep)
assert left.size() == 1 && left[0].className == 'com.example.ExportIT' && left[0].methodName == 'writesAnExport'
assert left[0].message.contains('`exports/first.csv`') && !left[0].message.contains('NOTES.md')
// The victim is not accused of anything: what it depends on cannot be restored.
assert keep.verdicts() == ['EmptyFolderIT.findsNoExport': 'unchecked', 'ExportIT.writesACache': 'isolated',
        'ExportIT.writesAnExport': 'isolated', 'PersonIT.isPatient': 'isolated']
def reason = keep.test('EmptyFolderIT.findsNoExport').reason
assert reason.contains('were not as the first test found them') && reason.contains('<files>copy</files>')

// In copies it is.
def copy = WrittenReport.inDirectory(new File(basedir, 'build/copy'))
assert copy.verdicts()['EmptyFolderIT.findsNoExport'] == 'victim'
assert copy.diagnosis('EmptyFolderIT.findsNoExport').culprits() == [['ExportIT.writesAnExport'] as Set] as Set
assert copy.diagnosis('EmptyFolderIT.findsNoExport').traces() == ['file exports/second.csv'] as Set
assert leavesFiles(copy)*.methodName == ['writesAnExport']
assert text('exports/second.csv') == 'ada;teapot'
