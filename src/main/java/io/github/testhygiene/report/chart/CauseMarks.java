package io.github.testhygiene.report.chart;

/**
 * All tests with the same first cause, as one path. Public for the templates alone.
 *
 * @param shape the cause
 * @param tests how many tests
 * @param path the data of an SVG path; tests that would cover each other are drawn once
 */
public record CauseMarks(CauseShape shape, int tests, String path) {}
