namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>
/// What servers of a year were built of. Speeds are in thousandths of a core of a Xeon 5160 (2006): SPECint2000 of 3057
/// there and 1813 of a Xeon of 3.73 GHz (AnandTech, "Intel Woodcrest", 2006), SPECint_rate2000 of 40.5 of two Xeons of
/// 3.6 GHz (InfoWorld, April 2005); the others by clock and architecture between these (ours). Watts: 183 on average
/// for a volume server of 2000 and 222 in 2005 (Koomey, "Worldwide electricity used in data centers", 2008); idle and
/// busy are spread around these (ours).
/// </summary>
/// <param name="Year">When they were bought.</param>
/// <param name="Model">What they are called in the inventory (ours: no maker's name).</param>
/// <param name="Processor">The processor.</param>
/// <param name="ProcessorGeneration">Later ones have higher numbers.</param>
/// <param name="CoresPerSocket">Cores in each processor.</param>
/// <param name="Megahertz">The clock.</param>
/// <param name="CoreSpeed">The speed of a core.</param>
/// <param name="MemoryMegabytes">Memory sizes, from rare small ones to rare large ones.</param>
/// <param name="DiskGigabytes">Sizes of a disk as the system sees it, mirrored or striped.</param>
/// <param name="NetworkMegabits">The speed of network adapters.</param>
/// <param name="Controllers">Disk controllers.</param>
/// <param name="Cards">Network adapters.</param>
/// <param name="IdleWatts">Power when idle.</param>
/// <param name="BusyWatts">Power when busy.</param>
/// <param name="Weight">
/// How many of 1,000 servers: about 40 % of the installed base of early 2009 had processors of one core and 40 % of two
/// (Intel's estimate, AnandTech, "Intel Xeon 5570", March 2009).
/// </param>
internal sealed record ServerGeneration(
    int Year,
    string Model,
    string Processor,
    int ProcessorGeneration,
    int CoresPerSocket,
    int Megahertz,
    int CoreSpeed,
    IReadOnlyList<int> MemoryMegabytes,
    IReadOnlyList<int> DiskGigabytes,
    int NetworkMegabits,
    IReadOnlyList<string> Controllers,
    IReadOnlyList<string> Cards,
    int IdleWatts,
    int BusyWatts,
    int Weight)
{
    private static readonly string[] s_oldControllers =
        ["Compaq Smart-2/P RAID", "Mylex DAC960PT RAID", "Adaptec RAID"];


    private static readonly string[] s_oldCards = ["Intel PRO/100", "Intel PRO/100", "3Com 3C905B-TX"];
    private static readonly string[] s_scsi = ["LSI Logic 53C1030 Ultra320 SCSI", "Adaptec RAID"];
    private static readonly string[] s_sas = ["LSI MegaRAID SAS 1078"];
    private static readonly string[] s_cards = ["Intel PRO/1000 MT", "Broadcom NetXtreme BCM5701"];

    /// <summary>All generations, the oldest first; their weights add up to 1,000.</summary>
    public static IReadOnlyList<ServerGeneration> All { get; } =
    [
        new(2001, "2-way 2001", "Pentium III 1.26 GHz", 1, 1, 1260, 200,
            [512, 512, 1024, 1024, 2048], [18, 36, 36, 73], 100,
            s_oldControllers, s_oldCards, 140, 185, 60),
        new(2003, "2-way 2003", "Xeon 2.8 GHz", 2, 1, 2800, 340,
            [512, 1024, 1024, 2048, 2048, 4096], [36, 36, 73, 146], 1000,
            s_scsi, s_cards, 160, 215, 150),
        new(2005, "2-way 2005", "Xeon 3.6 GHz", 3, 1, 3600, 580,
            [1024, 1024, 2048, 2048, 4096, 4096], [73, 73, 146, 300], 1000,
            s_scsi, s_cards, 185, 280, 200),
        new(2006, "2-way 2006", "Xeon 5080 3.73 GHz", 4, 2, 3730, 560,
            [1024, 2048, 2048, 4096, 4096, 8192], [73, 146, 146, 300], 1000,
            s_sas, s_cards, 210, 330, 160),
        new(2007, "2-way 2007", "Xeon 5160 3.0 GHz", 5, 2, 3000, 1000,
            [2048, 2048, 4096, 4096, 4096, 8192], [73, 146, 146, 300], 1000,
            s_sas, s_cards, 190, 290, 230),
        new(2008, "2-way 2008", "Xeon E5345 2.33 GHz", 6, 4, 2330, 800,
            [2048, 4096, 4096, 8192, 8192, 16384], [146, 146, 300, 450], 1000,
            s_sas, s_cards, 200, 310, 120),
        new(2009, "2-way 2009", "Xeon E5450 3.0 GHz", 7, 4, 3000, 1040,
            [4096, 4096, 8192, 8192, 16384, 32768], [146, 146, 300, 450], 1000,
            s_sas, s_cards, 180, 300, 80),
    ];
}
