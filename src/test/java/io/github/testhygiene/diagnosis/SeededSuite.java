package io.github.testhygiene.diagnosis;

import io.github.testhygiene.diagnosis.Rules.Depends;
import io.github.testhygiene.diagnosis.ScriptedSuite.Rule;
import io.github.testhygiene.fixture.SampleTests;
import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.FixtureEvidence;
import io.github.testhygiene.model.Leak;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.model.TestId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The suite of {@code src/it/order-dependence} as a script: its tests in its reference order, who depends on whom as its
 * {@code verify.groovy} says, and what the database sees of them as their sources say.
 */
final class SeededSuite {

    private static final String METHODS = """
            AddressIT isStored isCorrected needsACity
            BackupIT findsNoOtherBackupUnderWay
            BackupLockIT locksTheShop
            BasketIT startsEmpty
            BasketMobileIT leavesACup
            BasketWebIT leavesATeapot
            CatalogIT loadsTheSearchIndex listsTheProducts
            CouponIssueIT issuesACoupon
            CouponPurgeIT purgesCoupons
            CouponReportIT listsNoCoupons
            CurrencyIT isTheEuro
            CurrencySwitchIT switchesToFrancs
            DeliveryDayIT isTheDayInTheShop
            DeliveryToTokyoIT arrivesOnTheNextDay
            DiscountLimitIT isNeverPassed
            DiscountSummerIT grantsSixtyPercent
            DiscountWinterIT grantsSixtyPercent
            ImportFolderIT waitsForAFile
            InvoiceNumberIT startsAtOne
            InvoiceRollbackIT takesANumberAndRollsBack
            NewsletterIT subscribesAda
            OrderBookIT startsEmpty
            OrderExportIT writesAFile
            OrderImportIT importsAnOrder
            PriceListIT showsThePriceOfTheDatabase
            PricePromotionIT showsThePromotionsPrice
            RateTableIT holdsTheEuroOnly
            RatesOfTheDayIT convertsFrancs convertsDollars
            RegistrationIT registersAda
            ReturnIT writesALabel givesTheMoneyBack
            SearchIT findsTheTeapot doesNotFindAKettle
            SettingsIT setsTheTax
            ShipmentIT leavesTheHouse isSentInTwoParcels
            StockIT hasCupsInStock sellsTheLastCup
            TaxIT readsTheTax roundsTheTax
            WelcomeIT startsWithoutSubscribers
            """;

    private final Map<String, RecordedTest> tests = new LinkedHashMap<>();
    private final Map<RecordedTest, Rule> rules = new HashMap<>();
    private final Map<TestId, SpanEvidence> spans = new HashMap<>();

    SeededSuite() {
        METHODS.lines().map(line -> List.of(line.split(" "))).forEach(line -> line.stream()
                .skip(1)
                // Jupiter's own order of methods.
                .sorted(Comparator.comparingInt(String::hashCode))
                .forEach(method -> {
                    RecordedTest test = SampleTests.test("com.example.shop." + line.get(0), method);
                    tests.put(test.shortName(), test);
                }));
        depend();
        useTables();
    }

    private void depend() {
        victim("BackupIT.findsNoOtherBackupUnderWay", Leak.OUTSIDE, "BackupLockIT.locksTheShop");
        victim("BasketIT.startsEmpty", Leak.DATABASE, "BasketMobileIT.leavesACup", "BasketWebIT.leavesATeapot");
        depends("CouponReportIT.listsNoCoupons", "CouponPurgeIT.purgesCoupons", false, "CouponIssueIT.issuesACoupon");
        victim("CurrencyIT.isTheEuro", Leak.JVM, "CurrencySwitchIT.switchesToFrancs");
        victim("DeliveryDayIT.isTheDayInTheShop", Leak.JVM, "DeliveryToTokyoIT.arrivesOnTheNextDay");
        depends(
                "DiscountLimitIT.isNeverPassed",
                null,
                true,
                "DiscountSummerIT.grantsSixtyPercent",
                "DiscountWinterIT.grantsSixtyPercent");
        victim("ImportFolderIT.waitsForAFile", Leak.OUTSIDE, "OrderExportIT.writesAFile");
        depends(
                "InvoiceNumberIT.startsAtOne",
                "InvoiceNumberIT.startsAtOne",
                false,
                "InvoiceRollbackIT.takesANumberAndRollsBack");
        victim("OrderBookIT.startsEmpty", Leak.DATABASE, "OrderImportIT.importsAnOrder");
        victim("PriceListIT.showsThePriceOfTheDatabase", Leak.JVM, "PricePromotionIT.showsThePromotionsPrice");
        victim(
                "RateTableIT.holdsTheEuroOnly",
                Leak.DATABASE,
                "RatesOfTheDayIT.convertsFrancs",
                "RatesOfTheDayIT.convertsDollars");
        rules.put(test("RegistrationIT.registersAda"), new Rules.Once(test("RegistrationIT.registersAda")));
        brittle("SearchIT.findsTheTeapot", Leak.JVM, "CatalogIT.loadsTheSearchIndex");
        victim("StockIT.hasCupsInStock", Leak.DATABASE, "StockIT.sellsTheLastCup");
        brittle("TaxIT.readsTheTax", Leak.DATABASE, "SettingsIT.setsTheTax");
        victim("WelcomeIT.startsWithoutSubscribers", Leak.DATABASE, "NewsletterIT.subscribesAda");
    }

    private void useTables() {
        names("address", "AddressIT.isStored", "AddressIT.isCorrected", "AddressIT.needsACity");
        names("basket", "BasketIT.startsEmpty");
        leaves("BasketMobileIT.leavesACup", "basket");
        leaves("BasketWebIT.leavesATeapot", "basket");
        names("product", "CatalogIT.loadsTheSearchIndex", "CatalogIT.listsTheProducts");
        leaves("CouponIssueIT.issuesACoupon", "coupon");
        leaves("CouponPurgeIT.purgesCoupons", "coupon");
        names("coupon", "CouponReportIT.listsNoCoupons");
        names("discount", "DiscountLimitIT.isNeverPassed");
        leaves("DiscountSummerIT.grantsSixtyPercent", "discount");
        leaves("DiscountWinterIT.grantsSixtyPercent", "discount");
        leaves("NewsletterIT.subscribesAda", "subscriber");
        names("customer_order", "OrderBookIT.startsEmpty");
        leaves("OrderImportIT.importsAnOrder", "audit_log", "customer", "customer_order", "order_line");
        names("product", "PriceListIT.showsThePriceOfTheDatabase");
        names("rate", "RateTableIT.holdsTheEuroOnly");
        names("rate", "RatesOfTheDayIT.convertsFrancs", "RatesOfTheDayIT.convertsDollars");
        leaves("RegistrationIT.registersAda", "account");
        leaves("SettingsIT.setsTheTax", "setting");
        names("shipment", "ShipmentIT.leavesTheHouse", "ShipmentIT.isSentInTwoParcels");
        names("stock", "StockIT.hasCupsInStock");
        leaves("StockIT.sellsTheLastCup", "stock");
        names("setting", "TaxIT.readsTheTax");
        names("subscriber", "WelcomeIT.startsWithoutSubscribers");
    }

    private RecordedTest test(String shortName) {
        RecordedTest test = tests.get(shortName);
        if (test == null) {
            throw new IllegalArgumentException("no test " + shortName);
        }
        return test;
    }

    private void victim(String victim, Leak leak, String... polluters) {
        rules.put(test(victim), new Depends(tests(polluters), false, false, null, leak, false));
    }

    private void depends(String victim, String cleaner, boolean together, String... polluters) {
        RecordedTest cleaning = cleaner == null ? null : test(cleaner);
        rules.put(test(victim), new Depends(tests(polluters), together, false, cleaning, Leak.DATABASE, false));
    }

    private void brittle(String brittle, Leak leak, String stateSetter) {
        rules.put(test(brittle), new Depends(tests(stateSetter), false, true, null, leak, false));
    }

    private List<RecordedTest> tests(String... shortNames) {
        return Arrays.stream(shortNames).map(this::test).toList();
    }

    private void names(String table, String... shortNames) {
        tests(shortNames).forEach(test -> spans.put(test.id(), span(Set.of("public." + table), Set.of())));
    }

    private void leaves(String shortName, String... tables) {
        Set<String> left = Arrays.stream(tables).map(table -> "public." + table).collect(Collectors.toSet());
        spans.put(test(shortName).id(), span(left, left));
    }

    private static SpanEvidence span(Set<String> named, Set<String> left) {
        List<TableChange> changes = new ArrayList<>();
        left.forEach(table -> changes.add(new TableChange(table, 1, 0, 0, false, null, null, List.of(), false, false)));
        return new SpanEvidence(null, changes, null, left, named, null);
    }

    /** All 45 tests. */
    ScriptedSuite script() {
        ScriptedSuite script = new ScriptedSuite();
        tests.values().forEach(test -> script.with(test, rules.getOrDefault(test, Rules.passes())));
        return script;
    }

    /** What the database saw of the reference run. */
    DatabaseEvidence evidence() {
        Set<String> rate = Set.of("public.rate");
        FixtureEvidence rates =
                new FixtureEvidence("com.example.shop.RatesOfTheDayIT", Duration.ZERO, span(rate, rate));
        return new DatabaseEvidence(null, null, spans, List.of(rates));
    }

    /** The 13 victims and 2 brittle tests: those that an order can show. */
    Set<TestId> dependent() {
        Set<TestId> dependent = new HashSet<>();
        rules.forEach((test, rule) -> {
            if (rule instanceof Depends) {
                dependent.add(test.id());
            }
        });
        return dependent;
    }
}
