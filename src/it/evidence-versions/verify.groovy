versions = [14, 16, 17]
evaluate(new File(basedir, '../../../src/it/evidence/seen.groovy'))
