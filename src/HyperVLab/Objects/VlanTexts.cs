using System.Globalization;
using HyperVLab.Engine.Networking;

namespace HyperVLab.Objects;

/// <summary>The VLANs of ports as people read them.</summary>
internal static class VlanTexts
{
    /// <summary>One cell of a table.</summary>
    public static string Of(PortVlan vlan) => vlan.Mode switch
    {
        PortVlanMode.Untagged => string.Empty,
        PortVlanMode.Access => Number(vlan.VlanId),
        PortVlanMode.Trunk => $"{Number(vlan.VlanId)},{vlan.VlanIdList ?? "1-4094"}",
        PortVlanMode.Promiscuous => $"({Number(vlan.VlanId)}) {vlan.VlanIdList}",
        _ => $"({Number(vlan.VlanId)}) {Number(vlan.SecondaryVlanId)}",
    };

    /// <summary>The VLANs of a list, one by one.</summary>
    public static IReadOnlyList<int> Listed(PortVlan vlan) => vlan.VlanIdList is null ? [] :
        [.. vlan.VlanIdList.Split(',').SelectMany(static part =>
        {
            string[] ends = part.Split('-');
            int first = int.Parse(ends[0], CultureInfo.InvariantCulture);
            return Enumerable.Range(first, int.Parse(ends[^1], CultureInfo.InvariantCulture) - first + 1);
        }),];

    private static string Number(int vlanId) => vlanId.ToString(CultureInfo.InvariantCulture);
}
