using System.Reflection;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Conventions.Tests;

public sealed class LiveObjectTests
{
    private static readonly Type[] s_objects = [.. ModuleCmdlets.Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(LabObject)))];

    [Fact]
    public void A_live_object_is_sealed_public_and_says_its_name() => Finding.None(s_objects
        .Where(type => !type.IsSealed || !type.IsPublic
            || type.GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType != type)
        .Select(type => type.Name));

    [Fact]
    public void A_view_has_one_live_object() => Finding.None(s_objects
        .GroupBy(type => type.BaseType!.GetGenericArguments()[0])
        .Where(view => view.Count() > 1)
        .Select(view => $"{view.Key.Name}: {string.Join(", ", view.Select(type => type.Name))}"));

    [Fact]
    public void A_live_object_is_made_of_its_lab_and_view_unless_it_is_a_part_of_one() => Finding.None(s_objects
        .Where(type => !type.IsAssignableTo(typeof(ILabPart)))
        .Where(type => !type.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic)
            .Any(made => made.GetParameters() is [var lab, _] && lab.ParameterType == typeof(LabHandle)))
        .Select(type => type.Name));

    // PowerShell takes no element out of the read-only lists that collection expressions make: [0] gives all of it.
    [Fact]
    public void A_list_that_scripts_see_is_an_array() => Finding.None(
        from type in ModuleCmdlets.Assembly.GetExportedTypes()
        where type.Namespace == typeof(LabObject).Namespace
        from property in type.GetProperties()
        where property.PropertyType.IsGenericType
            && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
        select $"{type.Name}.{property.Name} is a {property.PropertyType.Name}");
}
