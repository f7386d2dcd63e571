using HyperVLab.Engine;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Scenarios.Tests.Roles;

/// <summary>One of the users of a <see cref="RoleWorld"/> whose rights end somewhere.</summary>
internal sealed record RoleUser(string Name, LabCaller Caller, Key<HostGroup> Group, LibraryNames Library)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<RoleUser> Of(RoleWorld world) =>
        [.. RoleNames.Limited.Select(name => new RoleUser(name, world.Caller(name), world.Inside, world.Library))];

    /// <summary>What is in his scope.</summary>
    public Surroundings SurroundingsIn(LabState lab) => Name is RoleNames.Delegated or RoleNames.Reader
        ? Surroundings.OfGroup(lab, Name, Group, Library)
        : Surroundings.OfOwner(lab, Name, Name == RoleNames.User ? Library : null);

    /// <summary>Sends a request; what it was refused with, or null.</summary>
    public LabException? Refusal(Lab lab, LabRequest request)
    {
        try
        {
            lab.Send(request, Caller);
            return null;
        }
        catch (LabException refusal)
        {
            return refusal;
        }
    }

    /// <summary>
    /// Holds that a refusal names nothing from outside; its text is the same for everybody, and what the user wrote
    /// himself he may read again.
    /// </summary>
    public void DemandSilence(Surroundings surroundings, LabException refusal, LabRequest request) => DemandSilence(
        surroundings,
        [refusal.Target ?? string.Empty, .. refusal.Arguments],
        $"{Name} sent {request}",
        request.ToString());

    // His own account and role, and who else is in that.
    private bool IsKnown(string name) => name == $@"LAB\{Name}" || name == $"{Name}s"
        || (Name == RoleNames.User && name == $@"LAB\{RoleNames.Other}");

    /// <summary>Holds that texts name nothing from outside.</summary>
    public void DemandSilence(
        Surroundings surroundings, IEnumerable<string> texts, string because, string given = "")
    {
        string said = string.Join('\n', texts);
        foreach (string name in surroundings.Names())
        {
            int at = IsKnown(name) || given.Contains(name, StringComparison.OrdinalIgnoreCase)
                ? -1
                : said.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            string nearby = at < 0 ? string.Empty : said[Math.Max(0, at - 60)..Math.Min(said.Length, at + 60)];
            Assert.True(at < 0, $"{because} and was told of {name}: {nearby}");
        }
    }
}
