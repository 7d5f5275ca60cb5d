package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.Method;
import java.util.Set;

/** The types through which code reaches a relational database. */
final class DatabaseTypes {

    private static final Set<String> ACCESS = Set.of(
            "javax.sql.CommonDataSource",
            "javax.sql.DataSource",
            "javax.sql.XADataSource",
            "javax.sql.ConnectionPoolDataSource",
            "java.sql.Driver",
            "java.sql.DriverManager",
            "java.sql.Connection",
            "java.sql.Statement",
            "java.sql.PreparedStatement",
            "java.sql.CallableStatement",
            "java.sql.ResultSet",
            "java.sql.DatabaseMetaData",
            "javax.persistence.EntityManager",
            "javax.persistence.EntityManagerFactory",
            "javax.persistence.Query",
            "jakarta.persistence.EntityManager",
            "jakarta.persistence.EntityManagerFactory",
            "jakarta.persistence.Query",
            "org.hibernate.Session",
            "org.hibernate.StatelessSession",
            "org.hibernate.SessionFactory",
            "org.hibernate.SharedSessionContract",
            "org.hibernate.reactive.mutiny.Mutiny$Session",
            "org.hibernate.reactive.mutiny.Mutiny$SessionFactory",
            "org.springframework.jdbc.core.JdbcOperations",
            "org.springframework.jdbc.core.JdbcTemplate",
            "org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations",
            "org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate",
            "org.springframework.jdbc.core.simple.JdbcClient",
            "org.springframework.jdbc.core.simple.SimpleJdbcInsertOperations",
            "org.springframework.jdbc.core.simple.SimpleJdbcCallOperations",
            "org.springframework.data.jdbc.core.JdbcAggregateOperations",
            "org.springframework.r2dbc.core.DatabaseClient",
            "org.springframework.data.r2dbc.core.R2dbcEntityOperations",
            "org.springframework.data.r2dbc.core.R2dbcEntityTemplate",
            "io.r2dbc.spi.ConnectionFactory",
            "io.r2dbc.spi.Connection",
            "io.r2dbc.spi.Statement",
            "org.jooq.DSLContext",
            "org.jooq.DAO",
            "org.jdbi.v3.core.Jdbi",
            "org.jdbi.v3.core.Handle",
            "org.jdbi.v3.sqlobject.SqlObject",
            "org.apache.ibatis.session.SqlSession",
            "org.apache.ibatis.session.SqlSessionFactory",
            "io.vertx.sqlclient.SqlClient",
            "io.vertx.mutiny.sqlclient.SqlClient",
            "io.quarkus.hibernate.orm.panache.PanacheRepositoryBase",
            "io.quarkus.hibernate.orm.panache.kotlin.PanacheRepositoryBase",
            "io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase",
            "io.quarkus.hibernate.reactive.panache.kotlin.PanacheRepositoryBase",
            "org.springframework.data.jpa.repository.JpaRepository",
            "org.springframework.data.jpa.repository.JpaSpecificationExecutor",
            "org.springframework.data.r2dbc.repository.R2dbcRepository",
            "io.micronaut.data.jpa.repository.JpaRepository");

    /** Repositories of any kind of store: a relational one only where the class path has the module for one. */
    private static final Set<String> SPRING_REPOSITORIES = Set.of("org.springframework.data.repository.Repository");

    private static final Set<String> SPRING_RELATIONAL = Set.of(
            "org.springframework.data.jpa.repository.JpaRepository",
            "org.springframework.data.jdbc.repository.config.EnableJdbcRepositories",
            "org.springframework.data.r2dbc.repository.R2dbcRepository");

    private static final Set<String> MICRONAUT_REPOSITORIES = Set.of("io.micronaut.data.repository.GenericRepository");

    private static final Set<String> MICRONAUT_RELATIONAL = Set.of(
            "io.micronaut.data.jdbc.annotation.JdbcRepository",
            "io.micronaut.data.jpa.repository.JpaRepository",
            "io.micronaut.data.hibernate.operations.HibernateJpaOperations",
            "io.micronaut.data.r2dbc.annotation.R2dbcRepository");

    /** Other stores' modules, whose base types make a repository theirs. */
    private static final Set<String> OTHER_STORES = Set.of(
            "org.springframework.data.mongodb.repository.MongoRepository",
            "org.springframework.data.mongodb.repository.ReactiveMongoRepository",
            "org.springframework.data.elasticsearch.repository.ElasticsearchRepository",
            "org.springframework.data.elasticsearch.repository.ReactiveElasticsearchRepository",
            "org.springframework.data.neo4j.repository.Neo4jRepository",
            "org.springframework.data.neo4j.repository.ReactiveNeo4jRepository",
            "org.springframework.data.cassandra.repository.CassandraRepository",
            "org.springframework.data.cassandra.repository.ReactiveCassandraRepository",
            "org.springframework.data.couchbase.repository.CouchbaseRepository",
            "org.springframework.data.ldap.repository.LdapRepository",
            "org.springframework.data.keyvalue.repository.KeyValueRepository");

    /** The modules with which a plain repository may be of another store. */
    private static final Set<String> OTHER_MODULES = Set.of(
            "org.springframework.data.mongodb.repository.config.EnableMongoRepositories",
            "org.springframework.data.mongodb.repository.config.EnableReactiveMongoRepositories",
            "org.springframework.data.elasticsearch.repository.config.EnableElasticsearchRepositories",
            "org.springframework.data.neo4j.repository.config.EnableNeo4jRepositories",
            "org.springframework.data.cassandra.repository.config.EnableCassandraRepositories",
            "org.springframework.data.couchbase.repository.config.EnableCouchbaseRepositories",
            "org.springframework.data.redis.repository.configuration.EnableRedisRepositories",
            "org.springframework.data.ldap.repository.config.EnableLdapRepositories",
            "io.micronaut.data.mongodb.annotation.MongoRepository");

    private static final Set<String> MAPPERS = Set.of("org.apache.ibatis.annotations.Mapper");
    private static final String MAPPED = "org.apache.ibatis.annotations.";

    private DatabaseTypes() {}

    /**
     * Whether a type stands for the database.
     *
     * @param type with dots
     * @param context knows what it extends
     * @return false if in doubt, as for a repository that may be of another store
     */
    static boolean contains(String type, LintContext context) {
        if (context.index().isA(type, OTHER_STORES)) {
            return false;
        }
        return context.index().isA(type, ACCESS)
                || isRepository(type, SPRING_REPOSITORIES, SPRING_RELATIONAL, context)
                || isRepository(type, MICRONAUT_REPOSITORIES, MICRONAUT_RELATIONAL, context)
                || isMapper(type, context);
    }

    private static boolean isRepository(
            String type, Set<String> repositories, Set<String> relational, LintContext context) {
        return context.index().isA(type, repositories)
                && relational.stream().anyMatch(name -> isThere(name, context))
                && OTHER_MODULES.stream().noneMatch(name -> isThere(name, context));
    }

    private static boolean isThere(String name, LintContext context) {
        return context.index().find(name).isPresent();
    }

    /** MapStruct has mappers, too: those of MyBatis carry its annotations. */
    private static boolean isMapper(String type, LintContext context) {
        return context.index()
                .find(type)
                .filter(file -> context.annotations().has(file.annotations(), MAPPERS) || hasStatement(file))
                .isPresent();
    }

    private static boolean hasStatement(ClassFile file) {
        return file.isAbstract()
                && file.methods().stream()
                        .map(Method::annotations)
                        .flatMap(uses -> uses.stream())
                        .anyMatch(use -> use.type().startsWith(MAPPED));
    }
}
