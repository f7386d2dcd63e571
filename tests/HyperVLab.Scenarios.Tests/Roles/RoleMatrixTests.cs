using System.Text.RegularExpressions;
using HyperVLab.Engine;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Requests;
using HyperVLab.Scenarios.Tests.Properties;
using HyperVLab.Simulation;

namespace HyperVLab.Scenarios.Tests.Roles;

/// <summary>Every kind of user sends every kind of request, about what is in his scope and about what is not.</summary>
public sealed partial class RoleMatrixTests
{
    private const int Draws = 3;

    // What authors among self-service users may do too.
    private static readonly Type[] s_ofAuthors =
    [
        typeof(NewHardwareProfile), typeof(NewGuestOSProfile), typeof(NewVMTemplate),
    ];

    private static readonly Type[] s_ofLibraries =
    [
        .. s_ofAuthors, typeof(SetVMTemplate), typeof(RemoveVMTemplate), typeof(SetHardwareProfile),
        typeof(RemoveHardwareProfile), typeof(SetGuestOSProfile), typeof(RemoveGuestOSProfile),
        typeof(AddLibraryShare), typeof(ImportLibraryPhysicalResource), typeof(ReadLibraryShare),
        typeof(SetLibraryServer), typeof(SetLibraryShare), typeof(SetISO),
        typeof(RemoveISO), typeof(SetVirtualHardDisk), typeof(RemoveVirtualHardDisk), typeof(ConvertP2V),
        typeof(SetManagedVMHost), typeof(SetDynamicOptimizationConfiguration),
    ];

    public static TheoryData<bool> Worlds { get; } = [true, false];

    [Theory]
    [MemberData(nameof(Worlds))]
    public void What_is_not_open_to_a_user_is_denied_whatever_it_is_about(bool ofCluster) => ForEach(
        ofCluster,
        inside: null,
        (user, request, lab, _) =>
        {
            if (!IsOpenTo(user, request, lab))
            {
                string because = $"{user} sent {request}";
                Assert.True(user.Refusal(lab, request) is { Category: LabErrorCategory.PermissionDenied }, because);
            }
        });

    [Theory]
    [MemberData(nameof(Worlds))]
    public void What_is_outside_is_as_if_it_were_not_there(bool ofCluster) => ForEach(
        ofCluster,
        inside: false,
        (user, request, lab, surroundings) =>
        {
            LabException? refusal = user.Refusal(lab, request);
            LabException? other = user.Refusal(lab, RoleRequests.AboutNothing(request));
            string because = $"{user} sent {request}";
            Assert.True(refusal is not null && other is not null, because);
            Assert.True(refusal.Error == other.Error && WithoutNumbers(refusal) == WithoutNumbers(other), because);
            user.DemandSilence(surroundings, refusal, request);
        });

    [Theory]
    [MemberData(nameof(Worlds))]
    public void What_is_inside_is_done_or_refused_for_its_own_sake_and_changes_nothing_outside(bool ofCluster)
    {
        var done = new SortedSet<string>(StringComparer.Ordinal);
        ForEach(ofCluster, inside: true, (user, request, lab, surroundings) =>
            Try(user, request, lab, surroundings, done));

        // Or the test would be content with a door that nothing passes.
        Assert.Contains($"{RoleNames.User} StartVM", done);
        Assert.Contains($"{RoleNames.Delegated} CheckpointVM", done);
        Assert.True(done.Count > 20, string.Join(", ", done));
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Libraries_templates_and_conversions_are_let_in_inside(bool ofCluster)
    {
        var done = new SortedSet<string>(StringComparer.Ordinal);
        ForEach(
            ofCluster,
            inside: true,
            (user, request, lab, surroundings) => Try(user, request, lab, surroundings, done),
            s_ofLibraries,
            draws: 40);
        string all = string.Join(", ", done);
        Assert.True(s_ofLibraries.All(kind => done.Contains($"{RoleNames.Delegated} {kind.Name}")), all);
        Assert.True(s_ofAuthors.All(kind => done.Contains($"{RoleNames.User} {kind.Name}")), all);
        Assert.DoesNotContain(done, one => one.StartsWith(RoleNames.Bare, StringComparison.Ordinal));
        Assert.DoesNotContain(done, one => one.StartsWith(RoleNames.Reader, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void A_network_path_outside_is_as_one_that_leads_nowhere(bool ofCluster)
    {
        using RoleWorld world = ofCluster ? RoleWorld.OfCluster() : RoleWorld.OfHost();
        LibraryNames outside = ofCluster ? LibraryNames.OfHost : LibraryNames.OfCluster;
        foreach (RoleUser user in RoleUser.Of(world))
        {
            using Lab lab = world.Copy();
            foreach (Func<string, LabRequest> make in PathsOf(lab))
            {
                LabException? refusal = user.Refusal(lab, make(outside.Computer));
                LabException? other = user.Refusal(lab, make("NOWHERE"));
                string because = $"{user.Name} sent {make(outside.Computer)}";
                Assert.True(refusal is not null && other is not null, because);
                Assert.Equal(
                    other.Message.Replace("NOWHERE", outside.Computer, StringComparison.Ordinal), refusal.Message);
            }
        }

        IEnumerable<Func<string, LabRequest>> PathsOf(Lab lab)
        {
            string inside = ofCluster ? "HVR2NODO1" : RoleNames.Host;
            Key<PhysicalComputer> host = new(lab.Views<PhysicalComputerView>(inside)[0].Key);
            yield return computer => new AddLibraryShare { SharePath = $@"\\{computer}\{outside.Free}" };
            yield return computer => new ImportLibraryPhysicalResource
            {
                Content = RoleLibrary.Content, SharePath = $@"\\{computer}\{outside.Share}\one.ps1",
            };
            yield return computer => new NewV2V
            {
                VMHost = host, VMXPath = $@"\\{computer}\{outside.Share}\{outside.Iso}",
            };
        }
    }

    private static void Try(
        RoleUser user, LabRequest request, Lab lab, Surroundings surroundings, SortedSet<string> done)
    {
        bool isOpen = IsOpenTo(user, request, lab);
        string before = isOpen ? surroundings.Export() : string.Empty;
        string because = $"{user} sent {request}";
        LabException? refusal = user.Refusal(lab, request);
        if (refusal is not null)
        {
            user.DemandSilence(surroundings, refusal, request);
            return;
        }

        Assert.True(isOpen, because);
        done.Add($"{user.Name} {request.GetType().Name}");
        string after = lab.Ask(new StateReading<string>(state => surroundings.In(state).Export()));
        Assert.True(before == after, $"{because}: {Surroundings.Difference(before, after)}");
    }

    private static void ForEach(
        bool ofCluster,
        bool? inside,
        Action<RoleUser, LabRequest, Lab, Surroundings> test,
        IReadOnlyList<Type>? kinds = null,
        int draws = Draws)
    {
        using RoleWorld world = ofCluster ? RoleWorld.OfCluster() : RoleWorld.OfHost();
        IReadOnlyList<RoleUser> users = RoleUser.Of(world);
        foreach (Type kind in kinds ?? RoleRequests.Kinds)
        {
            foreach (RoleUser user in users)
            {
                var random = new Random(7 + (31 * kind.Name.Length));
                for (int draw = 0; draw < draws; draw++)
                {
                    using Lab lab = world.Copy();
                    Surroundings surroundings = lab.Ask(new StateReading<Surroundings>(state =>
                        user.SurroundingsIn(state)));
                    (LabRequest request, bool fits) = lab.Ask(new StateReading<(LabRequest, bool)>(state =>
                        RoleRequests.Of(
                            kind,
                            random,
                            state,
                            type => Choose(state, surroundings, type, inside),
                            all: kinds is null)));
                    if (fits && (inside is null || kinds is not null || RoleRequests.HasKeys(kind)))
                    {
                        test(user, request, lab, surroundings);
                    }
                }
            }
        }
    }

    private static IReadOnlyList<IKey> Choose(LabState lab, Surroundings surroundings, Type type, bool? inside) =>
        inside is { } side
            ? surroundings.Of(type, side)
            : [.. lab.TableOf(type).Rows.Select(lab.TableOf(type).KeyOf)];

    // Said again in words of the test: what kind of user each level is for.
    private static bool IsOpenTo(RoleUser user, LabRequest request, Lab lab)
    {
        RequestRight? right = lab.Ask(new StateReading<RequestRight?>(state => RequestRights.Of(state, request)));
        return right?.Level switch
        {
            null or RightLevel.Server => false,
            RightLevel.Fabric => user.Name == RoleNames.Delegated,
            RightLevel.Own => user.Name == RoleNames.Delegated
                || (user.Name == RoleNames.User && right.IsPermitted(Enum.GetValues<SelfServicePermission>())),
            _ => user.Name != RoleNames.Nobody,
        };
    }

    private static string WithoutNumbers(LabException refusal) => Number().Replace(refusal.Message, string.Empty);

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
