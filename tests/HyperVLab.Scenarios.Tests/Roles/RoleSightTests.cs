using System.Collections;
using System.Reflection;
using HyperVLab.Engine;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Requests;
using HyperVLab.Scenarios.Tests.Properties;
using HyperVLab.Simulation;

namespace HyperVLab.Scenarios.Tests.Roles;

/// <summary>Every kind of user reads every view and asks every question.</summary>
public sealed class RoleSightTests
{
    private static readonly Type[] s_views = [.. typeof(ViewCatalogue).Assembly.GetTypes()
        .Where(type => type.IsPublic && type.Name.EndsWith("View", StringComparison.Ordinal)
            && LabState.Views.Shows(type))
        .OrderBy(type => type.Name, StringComparer.Ordinal)];

    private static readonly Type[] s_queries = [.. typeof(ViewCatalogue).Assembly.GetTypes()
        .Where(type => AnswerOf(type) is not null && !type.IsAbstract)
        .OrderBy(type => type.Name, StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(RoleMatrixTests.Worlds), MemberType = typeof(RoleMatrixTests))]
    public void No_view_shows_or_names_what_is_outside(bool ofCluster)
    {
        Assert.True(s_views.Length > 40, $"{s_views.Length} views found");
        ForEach(ofCluster, (user, reader, surroundings) =>
        {
            foreach (Type view in s_views)
            {
                var shown = (IEnumerable)Call(reader, nameof(ScopedLab.Views), view, [null])!;
                var names = (IEnumerable<KeyValuePair<int, string>>)Call(reader, nameof(ScopedLab.Names), view, [])!;
                string because = $"{user.Name} reads {view.Name}";
                user.DemandSilence(surroundings, Texts(shown).Concat(names.Select(pair => pair.Value)), because);
            }
        });
    }

    [Theory]
    [MemberData(nameof(RoleMatrixTests.Worlds), MemberType = typeof(RoleMatrixTests))]
    public void What_is_outside_is_found_by_no_name_and_no_number(bool ofCluster) =>
        ForEach(ofCluster, (user, reader, surroundings) =>
        {
            foreach (Type entity in (Type[])[typeof(PhysicalComputer), typeof(Engine.Compute.VirtualMachine)])
            {
                Type view = entity == typeof(PhysicalComputer)
                    ? typeof(PhysicalComputerView)
                    : typeof(VirtualMachineView);
                foreach (IKey key in surroundings.Of(entity, inside: false))
                {
                    Assert.Null(Call(reader, nameof(ScopedLab.View), view, [key.Number]));
                }
            }

            foreach (string name in surroundings.Names())
            {
                Assert.Empty(reader.Views<VirtualMachineView>(name));
                Assert.Empty(reader.Views<PhysicalComputerView>(name));
                Assert.Empty(reader.Views<VMHostGroupView>(name));
            }
        });

    [Theory]
    [MemberData(nameof(RoleMatrixTests.Worlds), MemberType = typeof(RoleMatrixTests))]
    public void What_is_inside_is_shown(bool ofCluster) => ForEach(ofCluster, (user, reader, surroundings) =>
    {
        IEnumerable<int> machines = surroundings.Of(typeof(Engine.Compute.VirtualMachine), inside: true)
            .Select(key => key.Number);
        Assert.Equal(machines, reader.Views<VirtualMachineView>().Select(view => view.Key));
        Assert.NotEmpty(reader.Views<VirtualMachineView>());

        // Who may make machines names the hosts on which he makes them.
        bool seesHosts = user.Name != RoleNames.Bare;
        Assert.Equal(
            seesHosts ? surroundings.Of(typeof(PhysicalComputer), inside: true).Select(key => key.Number) : [],
            reader.Views<PhysicalComputerView>().Select(view => view.Key));
    });

    [Theory]
    [MemberData(nameof(RoleMatrixTests.Worlds), MemberType = typeof(RoleMatrixTests))]
    public void No_answer_tells_of_what_is_outside(bool ofCluster)
    {
        Assert.True(s_queries.Length > 20, $"{s_queries.Length} questions found");
        ForEach(ofCluster, (user, reader, surroundings) =>
        {
            var random = new Random(5);
            foreach (Type kind in s_queries)
            {
                object? query = RoleQueries.Of(kind, random, surroundings);
                if (query is null)
                {
                    continue;
                }

                string because = $"{user.Name} asks {query}";
                try
                {
                    object? answer = Ask(reader, query);
                    user.DemandSilence(surroundings, Texts(answer), because, query.ToString()!);
                }
                catch (LabException refusal)
                {
                    user.DemandSilence(
                        surroundings,
                        [.. refusal.Arguments, refusal.Target ?? string.Empty],
                        because,
                        query.ToString()!);
                }
            }
        });
    }

    [Fact]
    public void Who_has_no_role_sees_nothing()
    {
        using RoleWorld world = RoleWorld.OfHost();
        using Lab lab = world.Copy();
        ScopedLab reader = lab.As(world.Caller(RoleNames.Nobody));
        Assert.Equal(
            "CallerHasNoRole", Assert.Throws<LabException>(() => reader.Views<VirtualMachineView>()).Error.Key);
    }

    [Fact]
    public void Reading_changes_nothing()
    {
        using RoleWorld world = RoleWorld.OfCluster();
        using Lab lab = world.Copy();
        (string state, string journal) = (lab.StateHash, lab.JournalHash);
        foreach (string name in RoleNames.Limited.Where(name => name != RoleNames.Nobody))
        {
            ScopedLab reader = lab.As(world.Caller(name));
            foreach (Type view in s_views)
            {
                Call(reader, nameof(ScopedLab.Views), view, [null]);
            }
        }

        Assert.Equal((state, journal), (lab.StateHash, lab.JournalHash));
    }

    private static void ForEach(bool ofCluster, Action<RoleUser, ScopedLab, Surroundings> test)
    {
        using RoleWorld world = ofCluster ? RoleWorld.OfCluster() : RoleWorld.OfHost();
        foreach (RoleUser user in RoleUser.Of(world).Where(one => one.Name != RoleNames.Nobody))
        {
            using Lab lab = world.Copy();
            Surroundings surroundings = lab.Ask(new StateReading<Surroundings>(user.SurroundingsIn));
            test(user, lab.As(user.Caller), surroundings);
        }
    }

    private static object? Ask(ScopedLab reader, object query) =>
        Call(reader, nameof(ScopedLab.Ask), AnswerOf(query.GetType())!, [query]);

    private static object? Call(ScopedLab reader, string method, Type argument, object?[] arguments)
    {
        try
        {
            return typeof(ScopedLab).GetMethod(method)!.MakeGenericMethod(argument).Invoke(reader, arguments);
        }
        catch (TargetInvocationException wrapper) when (wrapper.InnerException is LabException refusal)
        {
            throw refusal;
        }
    }

    private static Type? AnswerOf(Type query)
    {
        for (Type? type = query; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(LabQuery<>))
            {
                return type.GetGenericArguments()[0];
            }
        }

        return null;
    }

    // All that can be read of a value, however deep.
    private static IEnumerable<string> Texts(object? value) => value switch
    {
        null or IKey => [],
        string text => [text],
        LabException failure => [failure.Message, .. failure.Arguments],
        IEnumerable list => list.Cast<object?>().SelectMany(Texts),
        _ when value.GetType().IsPrimitive || value.GetType().IsEnum => [],
        _ when value.GetType().Namespace?.StartsWith("HyperVLab", StringComparison.Ordinal) == true =>
            value.GetType().GetProperties()
                .Where(property => property.GetIndexParameters().Length == 0 && !property.GetMethod!.IsStatic)
                .SelectMany(property => Texts(property.GetValue(value))),
        _ => [],
    };
}
