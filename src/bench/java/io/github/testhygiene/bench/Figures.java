package io.github.testhygiene.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was measured: a line each, most with a target. */
final class Figures {

    private final List<Map<String, Object>> all = new ArrayList<>();

    /** Values, sorted. */
    record Sample(double[] sorted) {

        static Sample of(List<Double> values) {
            double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
            Arrays.sort(sorted);
            return new Sample(sorted);
        }

        double median() {
            return quantile(0.5);
        }

        /** Between two neighbours in proportion. */
        double quantile(double share) {
            double place = share * (sorted.length - 1);
            int below = (int) place;
            int above = Math.min(below + 1, sorted.length - 1);
            return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
        }
    }

    /** Adds and prints a figure; its target is an upper limit, or null. */
    void add(String name, String unit, List<Double> values, @Nullable Double target) {
        add(name, unit, Sample.of(values), values.size(), target, "at most");
    }

    /** Adds and prints a figure whose target is a lower limit. */
    void addAtLeast(String name, String unit, List<Double> values, double target) {
        add(name, unit, Sample.of(values), values.size(), target, "at least");
    }

    private void add(
            String name, String unit, Sample sample, int count, @Nullable Double target, String limit) {
        Map<String, Object> figure = new LinkedHashMap<>();
        figure.put("name", name);
        figure.put("unit", unit);
        figure.put("lowest", rounded(sample.quantile(0)));
        figure.put("median", rounded(sample.median()));
        figure.put("lowerQuartile", rounded(sample.quantile(0.25)));
        figure.put("upperQuartile", rounded(sample.quantile(0.75)));
        figure.put("count", count);
        // How busy the machine is; without another's work it is 1 or 2.
        figure.put("load", rounded(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        if (target != null) {
            boolean most = limit.equals("at most");
            figure.put("target", limit + " " + target);
            figure.put("met", most ? sample.median() <= target : sample.median() >= target);
        }
        all.add(figure);
        System.out.println(line(figure));
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private static String line(Map<String, Object> figure) {
        String target = figure.containsKey("target")
                ? figure.get("target") + ((boolean) figure.get("met") ? ": met" : ": MISSED")
                : "";
        return String.format(
                Locale.ROOT,
                "| %-76s | %9s | %9s | %-19s | %3s | %-5s | %s",
                figure.get("name"),
                figure.get("lowest"),
                figure.get("median"),
                figure.get("lowerQuartile") + " - " + figure.get("upperQuartile"),
                figure.get("count"),
                figure.get("unit"),
                target);
    }

    void printTable() {
        System.out.printf(
                "%n| %-76s | %9s | %9s | %-19s | %3s | %-5s | %s%n",
                "figure", "lowest", "median", "quartiles", "n", "unit", "target");
        all.forEach(figure -> System.out.println(line(figure)));
    }

    /** Writes all figures as JSON, with what is known of the machine. */
    void write(Path file) {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("processors", Runtime.getRuntime().availableProcessors());
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        machine.put("java", System.getProperty("java.version"));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("machine", machine);
        document.put("figures", all);
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file.toFile(), document);
        System.out.println(file);
    }
}
