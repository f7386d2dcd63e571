using System.Reflection;
using System.Runtime.CompilerServices;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Conventions.Tests;

/// <summary>An entity is copied field by field, so what its fields refer to must never change.</summary>
public sealed class EntityTests
{
    private static readonly Type[] s_entities = [.. typeof(LabRequest).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetInterfaces().Any(IsEntity))
        .OrderBy(type => type.Name, StringComparer.Ordinal)];

    [Fact]
    public void The_engine_has_entities_and_records_in_them()
    {
        Assert.True(s_entities.Length > 50, $"{s_entities.Length} entities found");
        Assert.NotEmpty(s_entities.SelectMany(RecordsIn));
    }

    [Fact]
    public void A_record_inside_an_entity_never_changes() => Finding.None(
        from record in s_entities.SelectMany(RecordsIn).Distinct()
        from property in record.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
        where property.SetMethod is { } setter && !IsInitOnly(setter)
        select $"{record.FullName}.{property.Name} can be set after the record was made");

    [Fact]
    public void An_entity_has_no_field_beyond_its_values() => Finding.None(
        from entity in s_entities
        from field in entity.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
        where !field.IsDefined(typeof(CompilerGeneratedAttribute))
        where !IsValue(field.FieldType)
        select $"{entity.FullName}.{field.Name} is a {field.FieldType}, which a copy would share");

    private static bool IsEntity(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEntity<>);

    private static IEnumerable<Type> RecordsIn(Type type) => StateContract.Of(type).Properties
        .Select(property => Innermost(property.Type))
        .Where(inner => inner.Kind == StateKind.Record)
        .SelectMany(inner => RecordsIn(inner.Type).Prepend(inner.Type));

    private static StateType Innermost(StateType type) => type.Element is { } element ? Innermost(element) : type;

    private static bool IsInitOnly(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsValue(Type type)
    {
        try
        {
            return StateType.Of(type) is not null;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }
}
