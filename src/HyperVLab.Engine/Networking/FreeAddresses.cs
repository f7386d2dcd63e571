namespace HyperVLab.Engine.Networking;

/// <summary>
/// Finds the lowest address of a range that nobody has. It remembers up to where all were taken when it last looked,
/// which stays true until somebody gives an address up.
/// </summary>
internal sealed class FreeAddresses
{
    private readonly Dictionary<(uint First, uint Last), ulong> _firstUnknown = [];
    private long _vacated;

    /// <summary>The lowest address of a range that nobody has; null where all are taken.</summary>
    public string? Lowest(LabState lab, AddressRange range)
    {
        if (!IPv4.TryParse(range.First, out uint first) || !IPv4.TryParse(range.Last, out uint last))
        {
            return null;
        }

        long vacated = lab.AdaptersByAddress.Vacated + lab.StationsByAddress.Vacated + lab.LeasesByAddress.Vacated;
        if (vacated != _vacated)
        {
            _firstUnknown.Clear();
            _vacated = vacated;
        }

        for (ulong number = _firstUnknown.GetValueOrDefault((first, last), first); number <= last; number++)
        {
            string address = IPv4.Format((uint)number);
            if (!Addresses.IsTaken(lab, address))
            {
                _firstUnknown[(first, last)] = number;
                return address;
            }
        }

        _firstUnknown[(first, last)] = last + 1UL;
        return null;
    }
}
