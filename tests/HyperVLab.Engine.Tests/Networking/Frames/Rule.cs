using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Tests.Networking.Frames;

/// <summary>The VLANs of a port, as a table of which frames come in and go out; 0 is untagged.</summary>
internal sealed class Rule
{
    public const int Nowhere = -1;

    private readonly Dictionary<int, int> _in = [];
    private readonly Dictionary<int, int> _out = [];

    /// <summary>The VLAN of a frame that comes in with a tag.</summary>
    public int VlanOf(int tag) => _in.GetValueOrDefault(tag, Nowhere);

    /// <summary>The tag of a frame that goes out.</summary>
    public int TagOf(int vlan) => _out.GetValueOrDefault(vlan, Nowhere);

    public static Rule Of(PortVlan port, int highest)
    {
        var rule = new Rule();
        int[] listed = [.. Enumerable.Range(1, highest).Where(vlan => port.VlanIdList is null
            || port.VlanIdList.Split(',').Any(part => part.Split('-') is var ends
                && int.Parse(ends[0], null) <= vlan && vlan <= int.Parse(ends[^1], null)))];
        switch (port.Mode)
        {
            case PortVlanMode.Untagged:
                rule.Add(0, 0);
                break;
            case PortVlanMode.Access:
                rule.Add(0, port.VlanId);
                break;
            case PortVlanMode.Trunk:
                foreach (int vlan in listed)
                {
                    rule.Add(vlan, vlan);
                }

                rule.Add(0, port.VlanId);
                break;
            case PortVlanMode.Isolated:
                rule._in[0] = port.SecondaryVlanId;
                rule._out[port.VlanId] = 0;
                break;
            case PortVlanMode.Community:
                rule._in[0] = port.SecondaryVlanId;
                rule._out[port.VlanId] = 0;
                rule._out[port.SecondaryVlanId] = 0;
                break;
            default:
                rule.Add(0, port.VlanId);
                foreach (int vlan in listed)
                {
                    rule._out[vlan] = 0;
                }

                break;
        }

        return rule;
    }

    private void Add(int tag, int vlan)
    {
        _in[tag] = vlan;
        _out[vlan] = tag;
    }
}
