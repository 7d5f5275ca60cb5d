package io.github.testhygiene.mojo;

import io.github.testhygiene.check.SettingValues;
import io.github.testhygiene.help.Goal;
import io.github.testhygiene.help.Goal.Setting;
import java.util.Comparator;
import java.util.List;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.jspecify.annotations.Nullable;

/** Reads what Maven knows of our goals. */
final class PluginGoals {

    private PluginGoals() {}

    /**
     * The goals with what a user may set.
     *
     * @param plugin our plugin; its descriptor's texts are plain, so that an element's name in them is no markup
     * @return by name
     */
    static List<Goal> read(PluginDescriptor plugin) {
        return plugin.getMojos().stream()
                .map(PluginGoals::goal)
                .sorted(Comparator.comparing(Goal::name))
                .toList();
    }

    private static Goal goal(MojoDescriptor mojo) {
        List<Setting> settings = mojo.getParameters().stream()
                .filter(Parameter::isEditable)
                .map(PluginGoals::setting)
                .sorted(Comparator.comparing(Setting::name))
                .toList();
        return new Goal(mojo.getGoal(), text(mojo.getDescription()), settings);
    }

    private static Setting setting(Parameter parameter) {
        return new Setting(
                parameter.getName(),
                property(parameter.getExpression()),
                SettingValues.blankToNull(parameter.getDefaultValue()),
                parameter.isRequired(),
                text(parameter.getDescription()));
    }

    /** An expression is <code>${name}</code>. */
    private static @Nullable String property(@Nullable String expression) {
        String text = SettingValues.blankToNull(expression);
        return text != null && text.startsWith("${") && text.endsWith("}")
                ? text.substring(2, text.length() - 1)
                : null;
    }

    private static String text(@Nullable String description) {
        return description == null ? "" : description.strip();
    }
}
