namespace HyperVLab.Engine.Hosts;

/// <summary>The DNS zone that the domain controllers of the lab keep.</summary>
internal static class DnsZone
{
    /// <summary>Registers a name's address; a name has one, the last.</summary>
    public static void Register(LabState lab, string name, string address)
    {
        if (Find(lab, name) is { } record)
        {
            record.PointTo(address);
        }
        else
        {
            lab.DnsRecords.Add(key => new DnsRecord(key, HostPart(lab, name), address));
        }
    }

    /// <summary>Removes a name; one that is not registered is left alone.</summary>
    public static void Unregister(LabState lab, string name)
    {
        if (Find(lab, name) is { } record)
        {
            lab.DnsRecords.Remove(record.Key);
        }
    }

    /// <summary>The record of a name, given with or without the domain's; null where there is none.</summary>
    public static DnsRecord? Find(LabState lab, string name)
    {
        string host = HostPart(lab, name);
        foreach (DnsRecord record in lab.DnsRecords)
        {
            if (string.Equals(record.Name, host, StringComparison.OrdinalIgnoreCase))
            {
                return record;
            }
        }

        return null;
    }

    /// <summary>
    /// The address that the zone answers with; null for an unknown name, and where no controller runs.
    /// </summary>
    public static string? Resolve(LabState lab, string name) => IsAnswering(lab) ? Find(lab, name)?.Address : null;

    /// <summary>Whether a controller runs that answers.</summary>
    public static bool IsAnswering(LabState lab)
    {
        foreach (DirectoryDomain domain in lab.Domains)
        {
            if (lab.Computers[domain.Controller].IsRunning)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A name without the domain's after it.</summary>
    public static string HostPart(LabState lab, string name)
    {
        foreach (DirectoryDomain domain in lab.Domains)
        {
            int dot = name.Length - domain.Name.Length - 1;
            if (dot > 0 && name[dot] == '.' && name.EndsWith(domain.Name, StringComparison.OrdinalIgnoreCase))
            {
                return name[..dot];
            }
        }

        return name;
    }
}
