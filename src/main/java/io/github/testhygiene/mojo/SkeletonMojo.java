package io.github.testhygiene.mojo;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Mojo;

/** x. */
@Mojo(name = "x")
public class SkeletonMojo extends AbstractMojo {
    @Override
    public void execute() {}
}
