BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    foreach ($name in 'VMM1', 'LIB1') {
        Add-LabHost $name | Install-LabOperatingSystem -Edition WindowsServer2008R2Standard
    }
    foreach ($name in 'HV1', 'HV2') {
        Add-LabHost $name -MemoryBytes 16GB | Install-LabOperatingSystem -Edition HyperVServer2008R2
    }
    foreach ($name in 'VMM1', 'LIB1', 'HV1', 'HV2') {
        Enable-LabRemoteManagement $name
        Join-LabDomain lab.local -ComputerName $name -Restart
    }
    Install-LabVMMServer VMM1 | Out-Null
    Add-LabLibraryServer LIB1 | Out-Null
    New-LabSmbShare Library C:\Library -ComputerName LIB1 | Out-Null
    Add-LabLibraryShare \\LIB1\Library | Out-Null
    New-LabVMHostGroup 'Rack 1' | Out-Null
    Add-LabVMHost HV1 | Out-Null
    Add-LabVMHost HV2 -VMHostGroup 'Rack 1' | Out-Null
    New-LabVM gold -ComputerName HV1 -NewVHDPath C:\Gold\gold.vhd -NewVHDSizeBytes 10GB | Out-Null
    Install-LabGuestOS gold 'Windows Server 2008 R2 Enterprise'
    New-LabVMTemplate Web -VM gold | Out-Null
    New-LabVM big -ComputerName HV1 -MemoryStartupBytes 8GB | Out-Null
    $script:command = 'HyperVLab.Commands.Management'
}

AfterAll { Remove-Lab Lab }

Describe 'New-LabVirtualMachine without a host' {
    It 'goes to the best and says in its job why' {
        $vm = New-LabVirtualMachine web01 -VMTemplate Web -JobVariable job
        $vm.ComputerName | Should -Be HV2
        $job.Steps.Name | Should -Contain ($job.Steps.Name -like "Place 'web01' on HV2 (5 stars): the best of 2 hosts*")
    }

    It 'stays within a group' {
        (New-LabVirtualMachine web02 -VMTemplate Web -VMHostGroup 'All Hosts' -MemoryMB 1024).ComputerName |
            Should -Be HV2
        { New-LabVirtualMachine web03 -VMTemplate Web -VMHostGroup Nowhere -ErrorAction Stop } |
            Should -Throw '*Nowhere*'
    }

    It 'fails with the reason of each host' {
        { New-LabVirtualMachine huge -VMTemplate Web -MemoryMB 20000 -ErrorAction Stop } |
            Should -Throw "No host can take 'huge'. *HV1 has *MB left* HV2 has *" -ErrorId "PlacementNoHost,$command*"
    }
}

Describe 'Virtual machine configurations' {
    It 'are made, placed, changed and used' {
        $new = New-LabVMConfiguration -VMTemplate Web -Name shop01 -VMHostGroup 'Rack 1' -Description 'The shop'
        $new.VMHost | Should -BeNullOrEmpty
        $placed = Get-LabVMConfiguration -All | Where-Object Name -EQ shop01 | Update-LabVMConfiguration
        $placed.VMHost, $placed.PinVMHost | Should -Be HV2, $false
        $placed.Rating | Should -BeGreaterThan 4
        $placed.Explanation | Should -BeLike "Place 'shop01' on HV2 (*the only host. With *"
        ($placed | Format-Table | Out-String -Width 80) | Should -Match 'shop01 +Web +HV2 +\d'

        Set-LabVMConfiguration shop01 -VMHost HV1 -ComputerName SHOP | Update-LabVMConfiguration | Out-Null
        (Get-LabVMConfiguration).VMHost | Should -Be HV1
        $vm = New-LabVirtualMachine shop01 -VMConfiguration shop01
        $vm.ComputerName, $vm.Notes | Should -Be HV1, 'The shop'
        Get-LabVMConfiguration | Should -BeNullOrEmpty
    }

    It 'are rated for all hosts' {
        $one = New-LabVMTemplate Web2 -VMTemplate Web | New-LabVMConfiguration -Name shop02
        $ratings = Get-LabVMHostRating -VMConfiguration shop02 -VMHostGroup 'All Hosts'
        $ratings.VMHost | Should -Be HV2, HV1
        $ratings.VMName | Should -Be shop02, shop02
        (Get-LabVMHostRating -VMTemplate Web -VMName x -DiskSpaceGB 10 -VMHost HV1).Rating | Should -BeGreaterThan 0
        Update-LabVMConfiguration $one -ValidateOnly $true | ForEach-Object VMHost | Should -BeNullOrEmpty
        $one | Remove-LabVMConfiguration
        Get-LabVMConfiguration | Should -BeNullOrEmpty
    }

    It 'refuse what is not possible' {
        New-LabVMConfiguration -VMTemplate Web -Name shop03 | Out-Null
        { New-LabVMConfiguration -VMTemplate Web -Name shop03 -ErrorAction Stop } | Should -Throw '*shop03*'
        { Set-LabVMConfiguration shop03 -PinVMHost $true -ErrorAction Stop } |
            Should -Throw "There is no host in the configuration 'shop03' that could be pinned*"
        { Update-LabVMConfiguration Nothing -ErrorAction Stop } |
            Should -Throw 'VMM cannot find the virtual machine configuration Nothing.*'
        New-LabVMConfiguration -VMTemplate Web -Name shop04 -WhatIf
        (Get-LabVMConfiguration).Name | Should -Be shop03
    }
}
