namespace HyperVLab.Engine.Tests.Networking.Frames;

/// <summary>Several cards that are one to whoever uses them, as the reference has it.</summary>
internal sealed class Team(TeamWays ways)
{
    /// <summary>Its members' ports on physical switches, in their order.</summary>
    public List<Plug> Members { get; } = [];

    /// <summary>Its adapters' names, each with its VLAN; null for the one that takes what is left untagged.</summary>
    public List<(string Name, int? Vlan)> Nics { get; } = [];

    /// <summary>The last member stands by.</summary>
    public bool HasStandby { get; init; }

    /// <summary>The virtual switch's way out that it is; null where a host uses it itself.</summary>
    public Plug? Up { get; set; }

    /// <summary>The port by which a frame of an address leaves; null for none.</summary>
    public Plug? WayOut(ulong source)
    {
        Plug[] working = [.. Working()];
        if (working.Length == 0)
        {
            return null;
        }

        Plug[] homes = [.. Members.SkipLast(HasStandby ? 1 : 0)];
        Plug home = homes[(int)(source % (ulong)homes.Length)];
        return ways == TeamWays.First ? working[0]
            : home.IsOn ? home
            : working[(int)(source % (ulong)working.Length)];
    }

    /// <summary>Whether it takes what comes in by a port.</summary>
    public bool Hears(Plug plug, ulong destination) => ways switch
    {
        TeamWays.Channel => Working().Contains(plug),
        TeamWays.Home when !Box.IsGroup(destination) => WayOut(destination) == plug,
        _ => Working().FirstOrDefault() == plug,
    };

    /// <summary>The adapter that takes frames with a tag; null for none.</summary>
    public string? NicFor(int tag)
    {
        foreach (int? wanted in tag == 0 ? new int?[] { 0, null } : [tag])
        {
            foreach ((string name, int? vlan) in Nics)
            {
                if (vlan == wanted)
                {
                    return name;
                }
            }
        }

        return null;
    }

    private IEnumerable<Plug> Working()
    {
        if (ways == TeamWays.None)
        {
            return [];
        }

        Plug[] usual = [.. Members.SkipLast(HasStandby ? 1 : 0)];
        bool isWhole = usual.All(member => member.IsOn);
        return [.. usual.Where(member => member.IsOn),
            .. Members.TakeLast(HasStandby && !isWhole ? 1 : 0).Where(member => member.IsOn)];
    }
}

/// <summary>By which members a team sends and hears.</summary>
internal enum TeamWays
{
    /// <summary>By the first that works: bonds, and switch independent teams that balance by addresses.</summary>
    First,

    /// <summary>By a member for each address.</summary>
    Home,

    /// <summary>By all, which are one port to the physical switch.</summary>
    Channel,

    /// <summary>By none: it needs a channel, and its switch knows none.</summary>
    None,
}
