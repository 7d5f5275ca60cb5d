package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testng.Assert.expectThrows;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class StockTest {

    enum Shelf {
        LEFT,
        RIGHT,
        CELLAR;

        Shelf next() {
            return values()[(ordinal() + 1) % values().length];
        }
    }

    static class Stock {

        private final Map<Shelf, Map<String, Integer>> shelves = new EnumMap<>(Shelf.class);

        synchronized void put(Shelf shelf, String article, int count) {
            shelves.computeIfAbsent(shelf, each -> new HashMap<>()).merge(article, count, Integer::sum);
        }

        synchronized int take(String article, int count) {
            int left = count;
            for (Map<String, Integer> shelf : shelves.values()) {
                Integer there = shelf.get(article);
                if (there != null) {
                    int taken = Math.min(there, left);
                    shelf.put(article, there - taken);
                    left -= taken;
                }
            }
            if (left > 0) {
                throw new IllegalStateException(left + " of " + count + " " + article + " are missing");
            }
            return count;
        }

        synchronized Optional<Integer> on(Shelf shelf, String article) {
            return Optional.ofNullable(shelves.getOrDefault(shelf, Map.of()).get(article));
        }
    }

    private Stock stock;
    private ExecutorService threads;

    @BeforeMethod
    public void fill() {
        stock = new Stock();
        threads = Executors.newFixedThreadPool(4);
        Arrays.stream(Shelf.values()).forEach(shelf -> stock.put(shelf, "pen", 10 * (shelf.ordinal() + 1)));
    }

    @AfterMethod
    public void stop() {
        threads.shutdownNow();
    }

    @DataProvider
    public Iterator<Object[]> shelves() {
        return Arrays.stream(Shelf.values()).map(shelf -> new Object[] {shelf}).iterator();
    }

    @Test(dataProvider = "shelves")
    public void everyShelfHasPens(Shelf shelf) {
        assertThat(stock.on(shelf, "pen").orElse(0)).isGreaterThanOrEqualTo(10);
        assertThat(shelf.next()).isNotEqualTo(shelf);
    }

    @Test
    public void takesFromSeveralShelves() {
        assertThat(stock.take("pen", 25)).isEqualTo(25);
        assertThat(stock.on(Shelf.LEFT, "pen").get()).isEqualTo(0);
        assertThat(stock.on(Shelf.RIGHT, "pen").get()).isEqualTo(5);
    }

    @Test
    public void refusesToTakeWhatIsNotThere() {
        IllegalStateException missing = expectThrows(IllegalStateException.class, () -> stock.take("pen", 61));
        assertThat(missing).hasMessageContaining("1 of 61 pen");
    }

    @Test(dependsOnMethods = "takesFromSeveralShelves")
    public void manyMayTakeAtOnce() throws Exception {
        List<Callable<Integer>> tasks =
                java.util.stream.IntStream.range(0, 20).<Callable<Integer>>mapToObj(i -> () -> stock.take("pen", 3)).toList();
        List<Integer> taken = threads.invokeAll(tasks).stream()
                .map(StockTest::result)
                .collect(Collectors.toList());
        assertThat(taken).hasSize(20);
        assertThat(taken.stream().mapToInt(Integer::intValue).sum()).isEqualTo(60);
    }

    private static Integer result(Future<Integer> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
