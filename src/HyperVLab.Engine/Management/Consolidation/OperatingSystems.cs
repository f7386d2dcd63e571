using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>
/// Which operating system and service pack servers of a year have (ours: what was sold when). All have the service pack
/// without which none is converted: bringing them there is the work of the weeks before.
/// </summary>
internal static class OperatingSystems
{
    private const int StandardMegabytes = 4096;

    /// <summary>Draws a server's edition, by id, and service pack.</summary>
    /// <param name="draws">What it is drawn from.</param>
    /// <param name="year">When it was bought.</param>
    /// <param name="memoryMegabytes">Its memory, which not every edition uses.</param>
    /// <param name="number">Its number.</param>
    public static (string EditionId, int ServicePack) Draw(Draws draws, int year, int memoryMegabytes, int number)
    {
        int place = (int)draws.Between(0, 100, "inventory-system", number);
        (int oldest, int newest) = SharesOf(year);
        return place < oldest ? ("Windows2000Server", 4)
            : place >= 100 - newest ? ("WindowsServer2008Standard", 2)
            : memoryMegabytes > StandardMegabytes ? ("WindowsServer2003Enterprise", 2)
            : ("WindowsServer2003Standard", 2);
    }

    // Of a hundred servers, how many have Windows 2000 and how many Windows Server 2008.
    private static (int Oldest, int Newest) SharesOf(int year) => year switch
    {
        <= 2001 => (85, 0),
        <= 2003 => (45, 0),
        <= 2005 => (10, 0),
        <= 2007 => (0, 2),
        2008 => (0, 30),
        _ => (0, 65),
    };
}
