package io.github.testhygiene.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.MachineLoad;
import java.util.Arrays;
import java.util.PrimitiveIterator;
import org.junit.jupiter.api.Test;

class LoadSamplerTest {

    @Test
    void aLoadFarAboveTheProcessorsIsAnOverload() {
        assertThat(sampled(2, 3, 11, 12.04, 14).load()).contains(new MachineLoad(2, 11, 14, true));
    }

    @Test
    void aPeakIsNone() {
        assertThat(sampled(2, 1.5, 2, 30).load()).contains(new MachineLoad(2, 2, 30, false));
    }

    @Test
    void whatTheSystemDoesNotSayIsNotObserved() {
        assertThat(sampled(2, -1, -1).load()).isEmpty();
        assertThat(sampled(2).load()).isEmpty();
    }

    private static LoadSampler sampled(int processors, double... loads) {
        PrimitiveIterator.OfDouble source = Arrays.stream(loads).iterator();
        LoadSampler sampler = new LoadSampler(source::nextDouble, processors);
        while (source.hasNext()) {
            sampler.sample();
        }
        return sampler;
    }
}
