package io.github.testhygiene.mojo;

import io.github.testhygiene.advice.HelpAdvice;
import io.github.testhygiene.check.SettingValues;
import io.github.testhygiene.help.Goal;
import io.github.testhygiene.help.HelpText;
import io.github.testhygiene.help.RulePage;
import io.github.testhygiene.help.RulePages;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.Secrets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Lists the goals, what can be set, and the rules; or explains a rule. To be called by hand. */
// An aggregator is executed once for all modules.
@Mojo(name = "help", requiresProject = false, aggregator = true, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class HelpMojo extends AbstractMojo {

    /**
     * Shows everything that can be set, and all rules, when true.
     *
     * @since 0.1.0
     */
    @Parameter(property = "detail", defaultValue = "false")
    private boolean detail;

    /**
     * The one goal to show; all of them by default.
     *
     * @since 0.1.0
     */
    @Parameter(property = "goal")
    private @Nullable String goal;

    /**
     * The id of a rule to explain: why it is one, a bad and a good example, how to configure it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.explain")
    private @Nullable String explain;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    /** For Maven. */
    public HelpMojo() {}

    @Override
    public void execute() throws MojoExecutionException {
        try {
            getLog().info(System.lineSeparator() + text() + System.lineSeparator());
        } catch (RuntimeException e) {
            throw new FailureTranslation("help", null, Instant.EPOCH, Secrets.of(List.of())).translate(e);
        }
    }

    private String text() {
        String rule = SettingValues.blankToNull(explain);
        if (rule != null) {
            return explained(rule);
        }
        String title = plugin.getName() + " " + plugin.getVersion();
        String only = SettingValues.blankToNull(goal);
        List<Goal> goals = only == null ? PluginGoals.read(plugin) : List.of(named(only));
        if (!detail) {
            return HelpText.goals(title, goals);
        }
        return HelpText.details(title, goals, only == null ? pages() : List.of());
    }

    private static String explained(String id) {
        Rule rule = Rule.of(id).orElseThrow(() -> new ProblemException(HelpAdvice.unknownRule(id, Rule.labels())));
        return HelpText.explained(RulePages.read(rule));
    }

    private static List<RulePage> pages() {
        return Arrays.stream(Rule.values()).map(RulePages::read).toList();
    }

    private Goal named(String name) {
        List<Goal> all = PluginGoals.read(plugin);
        return all.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow(() -> {
            List<String> known = all.stream().map(Goal::name).toList();
            return new ProblemException(HelpAdvice.unknownGoal(name, known));
        });
    }
}
