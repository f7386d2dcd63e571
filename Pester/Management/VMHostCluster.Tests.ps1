BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    & $PSScriptRoot/../Shared/New-SampleCluster.ps1 -Count 3 -VMName web01, web02
    foreach ($name in 'VMM1', 'LIB1') {
        Add-LabHost $name | Install-LabOperatingSystem -Edition WindowsServer2012R2Standard
        Enable-LabRemoteManagement $name
        Join-LabDomain lab.local -ComputerName $name -Restart
    }
    Install-LabVMMServer VMM1 | Out-Null
    Add-LabLibraryServer LIB1 | Out-Null
    New-LabSmbShare Library C:\Library -ComputerName LIB1 | Out-Null
    Add-LabLibraryShare \\LIB1\Library | Out-Null
    Add-LabVMHostCluster C1 | Out-Null
    New-LabVM gold -ComputerName NODE1 -NewVHDPath C:\Gold\gold.vhd -NewVHDSizeBytes 5GB | Out-Null
    Install-LabGuestOS gold 'Windows Server 2008 R2 Enterprise'
    New-LabVMTemplate Web -VM gold | Out-Null
    $script:command = 'HyperVLab.Commands.Management'
}

AfterAll { Remove-Lab Lab }

Describe 'A cluster of hosts' {
    It 'shows what it could lose and whether it could' {
        $cluster = Get-LabVMHostCluster C1
        $cluster.Nodes | Should -Be NODE1, NODE2, NODE3
        $cluster.ClusterReserve, $cluster.ClusterReserveState, $cluster.HostGroup | Should -Be 1, OK, 'All Hosts'
        ($cluster | Out-String -Width 80) | Should -Match 'C1 +1 OK +\d+ +\d+ All Hosts'
        $kept = $cluster.MemoryKeptMB
        ($cluster | Set-LabVMHostCluster -ClusterReserve 2 -Description 'the shop').ClusterReserve | Should -Be 2
        $cluster.Description | Should -Be 'the shop'
        $cluster.MemoryKeptMB | Should -Be ($kept / 2)
        Stop-LabVM web01 -TurnOff -Force
        Set-LabVM web01 -MemoryStartupBytes ($cluster.MemoryKeptMB * 1MB)
        $cluster.ClusterReserveState | Should -Be Overcommitted
        { New-LabVirtualMachine more -VMTemplate Web -HighlyAvailable $true -ErrorAction Stop } |
            Should -Throw '*the cluster C1 of NODE2 would be over-committed*' -ErrorId "PlacementNoHost,$command*"
        Set-LabVMHostCluster C1 -ClusterReserve 1 | ForEach-Object ClusterReserveState | Should -Be OK
    }

    It 'is one whose hosts are managed, and loses no more nodes than it has' {
        { Set-LabVMHostCluster C1 -ClusterReserve 3 -ErrorAction Stop } | Should -Throw '*its reserve is 0 to 2.'
        { Get-LabVMHostCluster Nothing -ErrorAction Stop } | Should -Throw
        Get-LabVMHostCluster -VMHostGroup 'All Hosts' | ForEach-Object Name | Should -Be C1
    }
}

Describe 'A highly available machine' {
    It 'goes to a cluster and gets its role' {
        New-LabHardwareProfile HA -HighlyAvailable $true | ForEach-Object IsHighlyAvailable | Should -Be $true
        $vm = New-LabVirtualMachine shop01 -VMTemplate Web -HardwareProfile HA -JobVariable job
        $vm.Path | Should -BeLike 'C:\ClusterStorage\Volume1\shop01*'
        $job.Steps.Name | Should -Contain ($job.Steps.Name -like "Place 'shop01' on NODE? (* of 2 hosts*")
        (Get-LabClusterGroup shop01 -Cluster C1).OwnerNode.Name | Should -Be $vm.ComputerName
    }

    It 'is one as a template says' {
        (New-LabVMTemplate WebHA -VMTemplate Web -HighlyAvailable $true).IsHighlyAvailable | Should -Be $true
        (New-LabVirtualMachine shop02 -VMTemplate WebHA).IsClustered | Should -Be $true
        (New-LabVirtualMachine shop03 -VMTemplate WebHA -HighlyAvailable $false).IsClustered | Should -Be $false
    }
}
