using System.Text.RegularExpressions;
using HyperVLab.Engine;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Requests;
using HyperVLab.Scenarios.Tests.Properties;
using HyperVLab.Simulation;

namespace HyperVLab.Scenarios.Tests.Roles;

/// <summary>Every kind of user sends every kind of request, about what is in his scope and about what is not.</summary>
public sealed partial class RoleMatrixTests
{
    private const int Draws = 3;

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
        ForEach(
            ofCluster,
            inside: true,
            (user, request, lab, surroundings) =>
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
            });

        // Or the test would be content with a door that nothing passes.
        Assert.Contains($"{RoleNames.User} StartVM", done);
        Assert.Contains($"{RoleNames.Delegated} CheckpointVM", done);
        Assert.True(done.Count > 20, string.Join(", ", done));
    }

    private static void ForEach(
        bool ofCluster, bool? inside, Action<RoleUser, LabRequest, Lab, Surroundings> test)
    {
        using RoleWorld world = ofCluster ? RoleWorld.OfCluster() : RoleWorld.OfHost();
        IReadOnlyList<RoleUser> users = RoleUser.Of(world);
        foreach (Type kind in RoleRequests.Kinds)
        {
            foreach (RoleUser user in users)
            {
                var random = new Random(HashCode.Combine(7, kind.Name.Length));
                for (int draw = 0; draw < Draws; draw++)
                {
                    using Lab lab = world.Copy();
                    Surroundings surroundings = lab.Ask(new StateReading<Surroundings>(state =>
                        user.SurroundingsIn(state)));
                    (LabRequest request, bool fits) = lab.Ask(new StateReading<(LabRequest, bool)>(state =>
                        RoleRequests.Of(kind, random, state, type => Choose(state, surroundings, type, inside))));
                    if (fits && (inside is null || RoleRequests.HasKeys(kind)))
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
            RightLevel.OwnVM => user.Name == RoleNames.Delegated
                || (user.Name == RoleNames.User && right.IsPermitted(Enum.GetValues<SelfServicePermission>())),
            _ => user.Name != RoleNames.Nobody,
        };
    }

    private static string WithoutNumbers(LabException refusal) => Number().Replace(refusal.Message, string.Empty);

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
