BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabHost VMM1 | Install-LabOperatingSystem -Edition WindowsServer2008R2Standard
    Join-LabDomain lab.local -ComputerName VMM1 -Restart
    foreach ($name in 'HV1', 'HV2', 'HV3') {
        Add-LabHost $name -MemoryBytes 16GB | Install-LabOperatingSystem -Edition HyperVServer2008R2
        Enable-LabRemoteManagement $name
        Join-LabDomain lab.local -ComputerName $name -Restart
    }
    Install-LabVMMServer VMM1 | Out-Null
    New-LabVMHostGroup 'Rack 1' | Out-Null
    Add-LabVMHost HV1 | Out-Null
    Add-LabVMHost HV2 | Out-Null
    Add-LabVMHost HV3 -VMHostGroup 'Rack 1' | Out-Null
    New-LabVM web01 -ComputerName HV1 -MemoryStartupBytes 2GB | Out-Null
    New-LabVM db01 -ComputerName HV2 -MemoryStartupBytes 10GB | Out-Null
    $script:command = 'HyperVLab.Commands'
}

AfterAll { Remove-Lab Lab }

Describe 'Get-LabVMHostRating' {
    It 'rates the hosts of groups, the best first, with reasons' {
        $ratings = Get-LabVM web01 | Get-LabVMHostRating -VMHostGroup 'All Hosts' -IsMigration
        $ratings.VMHost | Should -Be HV3, HV2, HV1
        $ratings[0].Rating | Should -BeGreaterThan $ratings[1].Rating
        $ratings[0].Description | Should -BeLike "With 'web01' HV3 would use 13 % of memory*"
        $ratings[0].ZeroRatingReasonList | Should -BeNullOrEmpty
        $ratings[2].Rating | Should -Be 0
        $ratings[2].ZeroRatingReasonList | Should -Be "'web01' is on HV1 already."
        $ratings[2].ZeroRatingReasonIdList | Should -Be PlacementSameHost
        ($ratings | Out-String) | Should -Match 'HV1 +\d+ +\d+ .web01. is on HV1 already'
    }

    It 'goes by groups, hosts, goals and importance' {
        $vm = Get-LabVM web01
        (Get-LabVMHostRating -VM $vm -VMHostGroup 'Rack 1').VMHost | Should -Be HV3
        (Get-LabVMHostRating -VM $vm -VMHost HV2).VMHost | Should -Be HV2
        (Get-LabVMHostRating -VM $vm -VMHostGroup 'All Hosts' -PlacementGoal Consolidate)[0].VMHost | Should -Be HV2
        $only = @{ CPUPriority = 0; DiskPriority = 10; MemoryPriority = 0; NetworkPriority = 0 }
        (Get-LabVMHostRating -VM $vm -VMHost HV2 @only).Rating | Should -Be 5
        (Get-LabVMHostRating -VM $vm -VMHost HV2 @only -ExpectedDiskIO 1000).Rating | Should -Be 2.5
        { Get-LabVMHostRating -VM $vm -VMHost HV2 -CPUPriority 11 -ErrorAction Stop } | Should -Throw '*0 to 10*'
    }

    It 'rates the host that has a machine as the others, unless it is to move' {
        (Get-LabVM db01 | Get-LabVMHostRating -VMHost HV2).Rating | Should -BeGreaterThan 0
        (Get-LabVM db01 | Get-LabVMHostRating -VMHost HV2 -IsMigration).Rating | Should -Be 0
    }

    It 'rates for a machine that is to be made of a hardware profile' {
        New-LabHardwareProfile Huge -MemoryMB 14336 -CPUCount 2 | Out-Null
        $wish = @{ HardwareProfile = 'Huge'; DiskSpaceGB = 10; VMName = 'new01' }
        $ratings = Get-LabVMHostRating @wish -VMHostGroup 'All Hosts'
        $ratings[0].VMHost, $ratings[0].VMName | Should -Be HV3, new01
        ($ratings | Where-Object VMHost -EQ HV2).ZeroRatingReasonIdList | Should -Be PlacementMemory
        $wish.DiskSpaceGB = 40000
        (Get-LabVMHostRating @wish -VMHost HV3).ZeroRatingReasonList | Should -BeLike "'new01' needs 40960000 MB*"
        { Get-LabVMHostRating -HardwareProfile Tiny -DiskSpaceGB 1 -VMName x -VMHost HV3 -ErrorAction Stop } |
            Should -Throw '*cannot find the hardware profile Tiny*'
    }

    It 'says the first suitable host, or none' {
        $vm = Get-LabVM web01
        $all = @{ VM = $vm; VMHostGroup = 'All Hosts'; IsMigration = $true }
        (Get-LabVMHostRating @all -ReturnFirstSuitableHost).VMHost | Should -Be HV3
        Get-LabVMHostRating -VM $vm -VMHost HV1 -ReturnFirstSuitableHost -IsMigration | Should -BeNullOrEmpty
    }
}

Describe 'Reserves' {
    It 'of a host are what placement leaves free' {
        Set-LabVMHost HV3 -MemoryReserveMB 15000 -CPUPercentageReserve 30 -Description 'for patching'
        $host3 = Get-LabVMMManagedComputer HV3
        $host3.MemoryReserveMB, $host3.CPUPercentageReserve, $host3.Description | Should -Be 15000, 30, 'for patching'
        $rating = Get-LabVM web01 | Get-LabVMHostRating -VMHost HV3
        $rating.Rating | Should -Be 0
        $rating.ZeroRatingReasonList | Should -BeLike '*needs 2048 MB of memory. HV3 has 1384 MB left*'
    }

    It 'of a group hold for its hosts and below' {
        $rack = Get-LabHostReserve -VMHostGroup 'Rack 1'
        $rack.Inherit, $rack.CPUVMHostReserveLevel, $rack.MemoryVMHostReserveLevel | Should -Be $true, 20, 512
        Get-LabHostReserve -VMHostGroup 'All Hosts' | Set-LabHostReserve -DiskIO -VMHostReserveLevel 300 | Out-Null
        $rack.DiskIOVMHostReserveLevel | Should -Be 300
        Set-LabHostReserve -HostReserve $rack -CPU -VMHostReserveLevel 35 | ForEach-Object Inherit | Should -Be $false
        Set-LabHostReserve -HostReserve 'Rack 1' -Memory -StartOptimizationLevel 1024 | Out-Null
        $rack.MemoryStartOptimizationLevel | Should -Be 1024
        Set-LabVMHost HV3 -OverrideHostGroupReserves $false
        (Get-LabVMMManagedComputer HV3).CPUPercentageReserve | Should -Be 35
        ($rack | Out-String -Width 80) | Should -Match 'Rack 1 +False +35 +512 +100 +300 +0'
        { Set-LabHostReserve -HostReserve $rack -CPU -VMHostReserveLevel 101 -ErrorAction Stop } |
            Should -Throw '*100 percent*'
        { Set-LabHostReserve -HostReserve 'All Hosts' -Inherit $true -ErrorAction Stop } |
            Should -Throw '*stands in no group*'
        Set-LabHostReserve -HostReserve $rack -Inherit $true | ForEach-Object Inherit | Should -Be $true
    }

    It 'are possible and set by themselves' {
        { Set-LabVMHost HV3 -CPUPercentageReserve 101 -ErrorAction Stop } | Should -Throw '*100 percent*'
        { Set-LabVMHost HV3 -MemoryReserveMB 1 -VirtualHardDiskPath C:\VMs -ErrorAction Stop } |
            Should -Throw '*one after the other*' -ErrorId "InvalidParameter,$command*"
    }

    It 'and availability keep a host out' {
        Set-LabVMHost HV3 -AvailableForPlacement $false
        (Get-LabVM web01 | Get-LabVMHostRating -VMHost HV3).ZeroRatingReasonIdList |
            Should -Contain PlacementNotAvailable
    }
}

Describe 'Set-LabVMWorkload' {
    It 'says what a guest asks of its host' {
        Set-LabVMWorkload db01 -ProcessorPercent 50 -DiskOperationsPerSecond 1900
        $rating = Get-LabVM web01 | Get-LabVMHostRating -VMHost HV2 -DiskIOExpectedCountPerSecond 101
        $rating.ZeroRatingReasonIdList | Should -Be PlacementDiskIO
        { Set-LabVMWorkload db01 -ProcessorPercent 200 -ErrorAction Stop } | Should -Throw
    }
}
