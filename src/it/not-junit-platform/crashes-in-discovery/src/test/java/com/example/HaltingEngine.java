package com.example;

import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;

/** Ends the JVM while tests are being found, as a native library that crashes does. */
public class HaltingEngine implements TestEngine {

    @Override
    public String getId() {
        return "halting";
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        Runtime.getRuntime().halt(3);
        throw new IllegalStateException("halted");
    }

    @Override
    public void execute(ExecutionRequest request) {}
}
