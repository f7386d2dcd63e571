using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>
/// Which operating system and service pack servers of a year have (ours: what was sold when, and that one in ten was
/// not brought up to date).
/// </summary>
internal static class OperatingSystems
{
    public const string Windows2000 = "Windows 2000 Server";
    public const string Windows2003 = "Windows Server 2003";
    public const string Windows2008 = "Windows Server 2008";

    // For each year: of a hundred servers, how many have Windows 2000 and how many Windows Server 2008.
    private static (int Oldest, int Newest) SharesOf(int year) => year switch
    {
        <= 2001 => (85, 0),
        <= 2003 => (45, 0),
        <= 2005 => (10, 0),
        <= 2007 => (0, 2),
        2008 => (0, 30),
        _ => (0, 65),
    };

    /// <summary>Draws a server's system and service pack.</summary>
    public static (string Name, int ServicePack) Draw(Draws draws, int year, int number)
    {
        int place = (int)draws.Between(0, 100, "inventory-system", number);
        (int oldest, int newest) = SharesOf(year);
        bool isLate = draws.Between(0, 100, "inventory-service-pack", number) < 10;
        return place < oldest ? (Windows2000, 4)
            : place >= 100 - newest ? (Windows2008, isLate ? 1 : 2)
            : (Windows2003, isLate ? 1 : 2);
    }
}
