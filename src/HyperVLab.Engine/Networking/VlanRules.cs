using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Networking;

/// <summary>What holds for the VLANs that somebody gives a port.</summary>
internal static class VlanRules
{
    /// <summary>The port that somebody means.</summary>
    /// <exception cref="LabException">It is not said which, or it cannot be.</exception>
    public static PortVlan Demand(VlanChoice choice, string target)
    {
        bool isAccess = choice.Access;
        bool isPrivate = choice.Isolated || choice.Community || choice.Promiscuous;
        int modes = new[]
        {
            choice.Untagged, isAccess, choice.Trunk, choice.Isolated, choice.Community, choice.Promiscuous,
        }.Count(static said => said);
        bool isWhole = modes == 1
            && isAccess == choice.VlanId is not null
            && choice.Trunk == choice.AllowedVlanIdList is not null
            && (choice.Trunk || choice.NativeVlanId is null)
            && isPrivate == choice.PrimaryVlanId is not null
            && (choice.Isolated || choice.Community) == choice.SecondaryVlanId is not null
            && choice.Promiscuous == choice.SecondaryVlanIdList is not null;
        if (!isWhole)
        {
            throw VlanErrors.ModeSaidWrong.For(target);
        }

        return choice switch
        {
            { Untagged: true } => PortVlan.Untagged,
            { Access: true } => PortVlan.Access(DemandVlan(choice.VlanId!.Value, target)),
            { Trunk: true } => new PortVlan(
                PortVlanMode.Trunk,
                choice.NativeVlanId is null or 0 ? 0 : DemandVlan(choice.NativeVlanId.Value, target),
                0,
                DemandList(choice.AllowedVlanIdList!, target)),
            _ => Private(choice, target),
        };
    }

    private static PortVlan Private(VlanChoice choice, string target)
    {
        int primary = DemandVlan(choice.PrimaryVlanId!.Value, target);
        if (choice.Promiscuous)
        {
            string list = DemandList(choice.SecondaryVlanIdList!, target);
            return VlanSet.Parse(list)!.Contains(primary)
                ? throw VlanErrors.SecondaryIsPrimary.For(target, NetworkRules.Text(primary))
                : new PortVlan(PortVlanMode.Promiscuous, primary, 0, list);
        }

        int secondary = DemandVlan(choice.SecondaryVlanId!.Value, target);
        return secondary == primary
            ? throw VlanErrors.SecondaryIsPrimary.For(target, NetworkRules.Text(primary))
            : new PortVlan(
                choice.Isolated ? PortVlanMode.Isolated : PortVlanMode.Community, primary, secondary, null);
    }

    private static int DemandVlan(int vlanId, string target) => vlanId is >= 1 and <= VlanSet.Last
        ? vlanId
        : throw VlanErrors.NotPossible.For(target, NetworkRules.Text(vlanId));

    private static string DemandList(string list, string target) =>
        VlanSet.Parse(list)?.ToString() ?? throw VlanErrors.ListNotPossible.For(target, list);
}
